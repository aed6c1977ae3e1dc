using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsWatch.TrackAgreement.Export;

/// <summary>
/// Agreements for dyadic research, as CSV (RFC 4180): a row for each pair of parties, agreement and stage reached, with the codes of
/// ISO 3166 and of the Correlates of War state system. Lists within a cell are separated by <c> | </c>; <c>since</c> is the first day of
/// the month or year where <c>since_precision</c> says that no more is told.
/// </summary>
public static class DyadCsv
{
    private const string Separator = " | ";

    private static readonly string[] Header =
    [
        "agreement", "name", "type", "party_a", "party_a_iso3", "party_a_cow", "party_a_cow_abb", "party_a_name",
        "party_b", "party_b_iso3", "party_b_cow", "party_b_cow_abb", "party_b_name", "parties", "stage", "since", "since_precision", "year", "since_is_stated",
        "current", "news", "origins", "best_source", "governments", "articles", "first_reported", "sources", "evidence",
    ];

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Writes header and rows in UTF-8.</summary>
    public static async Task WriteAsync(Stream output, IAsyncEnumerable<AgreementRecord> records, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(records);
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', Header));
        await foreach (var record in records.WithCancellation(cancellation))
            foreach (var row in Rows(record))
                await writer.WriteLineAsync(string.Join(',', row.Select(Cell)));
    }

    private static IEnumerable<string[]> Rows(AgreementRecord record)
        => from stage in record.Stages
           from first in Enumerable.Range(0, record.Parties.Count)
           from second in Enumerable.Range(first + 1, record.Parties.Count - first - 1)
           select Row(record, stage, record.Parties[first], record.Parties[second]);

    private static string[] Row(AgreementRecord record, StageRecord stage, Party a, Party b) =>
    [
        record.Id, Safe(record.Name), WireName.Of(record.Type),
        .. Codes(a), .. Codes(b),
        string.Join(Separator, record.Parties.Select(party => party.Code)),
        WireName.Of(stage.Stage), Day(stage.Since), WireName.Of(stage.SinceGrain), stage.Since.Year.ToString(CultureInfo.InvariantCulture), Flag(stage.SinceIsStated),
        Flag(ReferenceEquals(stage, record.Stages[^1])), Flag(stage.News),
        stage.Origins.ToString(CultureInfo.InvariantCulture), WireName.Of(stage.Sources[0].Rank), string.Join(Separator, stage.Governments),
        stage.Sources.Count.ToString(CultureInfo.InvariantCulture), Day(stage.Sources.Min(source => source.ReportedOn)),
        string.Join(Separator, stage.Sources.Select(source => source.Address.AbsoluteUri)),
        Safe(string.Join(Separator, stage.Sources.SelectMany(source => source.Evidence).Distinct(StringComparer.Ordinal))),
    ];

    private static string[] Codes(Party party) =>
        [party.Code, party.Iso3 ?? "", party.CowNumber?.ToString(CultureInfo.InvariantCulture) ?? "", party.CowAbbreviation ?? "", party.Name];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Flag(bool value) => value ? "1" : "0";

    /// <summary>Text from outside must not be a formula where a spreadsheet opens the file: one that begins like it gets an apostrophe.</summary>
    private static string Safe(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;

    private static string Cell(string text)
        => text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
