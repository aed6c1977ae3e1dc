using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace NewsWatch.Agreements;

/// <summary>
/// Reads lists of known agreements: a header of <c>name type parties signed in_force ended names source</c> in any order, then a row an
/// agreement. Several parties or names are parted by <c>|</c> or <c>;</c>, parties also by blanks, commas or hyphens; days are written
/// as <c>2018-09-06</c>, <c>2018-09</c> or <c>2018</c>. Lines that begin with <c>#</c> are comments.
/// </summary>
public static class KnownAgreementReader
{
    private const string Name = "name", Type = "type", Parties = "parties", Signed = "signed", InForce = "in_force", Ended = "ended";
    private const string Names = "names", Source = "source";

    private static readonly string[] Columns = [Name, Type, Parties, Signed, InForce, Ended, Names, Source];
    private static readonly string[] Needed = [Name, Type, Parties];

    /// <summary>Reads comma-separated values (RFC 4180).</summary>
    public static KnownAgreementList ReadCsv(TextReader text) => Read(text, ",");

    /// <summary>Reads tab-separated values.</summary>
    public static KnownAgreementList ReadTsv(TextReader text) => Read(text, "\t");

    private static KnownAgreementList Read(TextReader text, string delimiter)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            Mode = delimiter == "\t" ? CsvMode.NoEscape : CsvMode.RFC4180,
            AllowComments = true,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null,
            MissingFieldFound = null,
        };
        using var csv = new CsvReader(text, configuration, leaveOpen: true);
        var agreements = new List<KnownAgreement>();
        var faults = new List<ListFault>();
        if (!csv.Read() || !csv.ReadHeader())
            return new([], [new(1, "the file is empty")]);
        var header = csv.HeaderRecord!;
        foreach (var missing in Needed.Except(header, StringComparer.Ordinal))
            faults.Add(new(csv.Parser.RawRow, $"there is no column {missing}"));
        foreach (var unknown in header.Except(Columns, StringComparer.Ordinal))
            faults.Add(new(csv.Parser.RawRow, $"'{unknown}' is no column: the columns are {string.Join(", ", Columns)}"));
        if (faults.Count > 0)
            return new([], faults);
        while (csv.Read())
            Row(csv, agreements, faults);
        return new(agreements, faults);
    }

    private static void Row(CsvReader csv, List<KnownAgreement> agreements, List<ListFault> faults)
    {
        var line = csv.Parser.RawRow;
        var before = faults.Count;
        var name = Field(csv, Name);
        if (name.Length == 0)
            faults.Add(new(line, "an agreement needs a name"));
        var type = WireName.Parse<AgreementType>(Field(csv, Type));
        if (type is null)
            faults.Add(new(line, $"'{Field(csv, Type)}' is no type: choose of {string.Join(", ", WireName.All<AgreementType>())}"));
        string[] parties =
        [
            .. Field(csv, Parties).ToUpperInvariant().Split(['|', ';', ',', ' ', '-'], StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        // One organisation alone is all of its members.
        if (parties.Length == 0 || (parties.Length == 1 && PartyTable.Of(parties[0]).IsCountry))
            faults.Add(new(line, "an agreement has two different parties at least, or an organisation for all of its members"));
        foreach (var party in parties.Where(party => !PartyTable.Knows(party)))
            faults.Add(new(line, $"'{party}' is no party: give ISO 3166 codes of two letters, or NATO, EU, ASEAN, UN"));
        var (signed, inForce, ended) = (Day(csv, Signed, faults), Day(csv, InForce, faults), Day(csv, Ended, faults));
        if (signed is { } first && inForce is { } then && then.Last < first.First)
            faults.Add(new(line, "it cannot be in force before it is signed"));
        if (faults.Count == before)
            agreements.Add(new(name, type!.Value, parties, signed, inForce, ended, List(Field(csv, Names)), Field(csv, Source)));
    }

    private static ToldDay? Day(CsvReader csv, string column, List<ListFault> faults)
    {
        var text = Field(csv, column);
        if (text.Length == 0)
            return null;
        if (ToldDay.Parse(text) is { } day)
            return day;
        faults.Add(new(csv.Parser.RawRow, $"{column} '{text}': write a day as 2018-09-06, a month as 2018-09, a year as 2018"));
        return null;
    }

    private static string[] List(string text) => text.Split(['|', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Field(CsvReader csv, string column) => csv.TryGetField<string>(column, out var field) ? field?.Trim() ?? "" : "";
}

/// <summary>A list of known agreements as read.</summary>
/// <param name="Agreements">The rows that hold.</param>
/// <param name="Faults">What is wrong, in the order of lines; empty where all of it holds.</param>
public sealed record KnownAgreementList(IReadOnlyList<KnownAgreement> Agreements, IReadOnlyList<ListFault> Faults);

/// <summary>What is wrong in a list.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="What">One line for its author.</param>
public sealed record ListFault(int Line, string What);
