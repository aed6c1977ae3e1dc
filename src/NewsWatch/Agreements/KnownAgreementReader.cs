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
    public static KnownAgreementList ReadCsv(TextReader text)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            AllowComments = true,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null,
        };
        using var csv = new CsvParser(text, configuration, leaveOpen: true);
        return Read(Records());

        IEnumerable<(int Line, string[] Fields)> Records()
        {
            while (csv.Read())
                yield return (csv.RawRow, csv.Record!);
        }
    }

    /// <summary>Reads tab-separated values, in which nothing is escaped.</summary>
    public static KnownAgreementList ReadTsv(TextReader text)
    {
        return Read(Records());

        IEnumerable<(int Line, string[] Fields)> Records()
        {
            for (var number = 1; text.ReadLine() is { } line; number++)
                if (line.Length > 0 && line[0] != '#')
                    yield return (number, line.Split('\t', StringSplitOptions.TrimEntries));
        }
    }

    private static KnownAgreementList Read(IEnumerable<(int Line, string[] Fields)> records)
    {
        var agreements = new List<KnownAgreement>();
        var faults = new List<ListFault>();
        string[]? header = null;
        foreach (var (line, fields) in records)
        {
            if (header is not null)
            {
                Row(new(header, line, fields), agreements, faults);
                continue;
            }
            header = fields;
            foreach (var missing in Needed.Except(header, StringComparer.Ordinal))
                faults.Add(new(line, $"there is no column {missing}"));
            foreach (var unknown in header.Except(Columns, StringComparer.Ordinal))
                faults.Add(new(line, $"'{unknown}' is no column: the columns are {string.Join(", ", Columns)}"));
            if (faults.Count > 0)
                return new([], faults);
        }

        return header is null ? new([], [new(1, "the file is empty")]) : new(agreements, faults);
    }

    private static void Row(Record record, List<KnownAgreement> agreements, List<ListFault> faults)
    {
        var line = record.Line;
        var before = faults.Count;
        var name = record.Field(Name);
        if (name.Length == 0)
            faults.Add(new(line, "an agreement needs a name"));
        var type = WireName.Parse<AgreementType>(record.Field(Type));
        if (type is null)
            faults.Add(new(line, $"'{record.Field(Type)}' is no type: choose of {string.Join(", ", WireName.All<AgreementType>())}"));
        string[] parties =
        [
            .. record.Field(Parties).ToUpperInvariant().Split(['|', ';', ',', ' ', '-'], StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        // One organisation alone is all of its members.
        if (parties.Length == 0 || (parties.Length == 1 && PartyTable.Of(parties[0]).IsCountry))
            faults.Add(new(line, "an agreement has two different parties at least, or an organisation for all of its members"));
        foreach (var party in parties.Where(party => !PartyTable.Knows(party)))
            faults.Add(new(line, $"'{party}' is no party: give ISO 3166 codes of two letters, or NATO, EU, ASEAN, UN"));
        var (signed, inForce, ended) = (Day(record, Signed, faults), Day(record, InForce, faults), Day(record, Ended, faults));
        if (signed is { } first && inForce is { } then && then.Last < first.First)
            faults.Add(new(line, "it cannot be in force before it is signed"));
        if (faults.Count == before)
            agreements.Add(new(name, type!.Value, parties, signed, inForce, ended, List(record.Field(Names)), record.Field(Source)));
    }

    private static ToldDay? Day(Record record, string column, List<ListFault> faults)
    {
        var text = record.Field(column);
        if (text.Length == 0)
            return null;
        if (ToldDay.Parse(text) is { } day)
            return day;
        faults.Add(new(record.Line, $"{column} '{text}': write a day as 2018-09-06, a month as 2018-09, a year as 2018"));
        return null;
    }

    private static string[] List(string text) => text.Split(['|', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A row with the names of its columns.</summary>
    private sealed record Record(string[] Header, int Line, string[] Fields)
    {
        /// <summary>What stands in a column; empty where the row or the file has none.</summary>
        public string Field(string column) => Array.IndexOf(Header, column) is >= 0 and var at && at < Fields.Length ? Fields[at].Trim() : "";
    }
}

/// <summary>A list of known agreements as read.</summary>
/// <param name="Agreements">The rows that hold.</param>
/// <param name="Faults">What is wrong, in the order of lines; empty where all of it holds.</param>
public sealed record KnownAgreementList(IReadOnlyList<KnownAgreement> Agreements, IReadOnlyList<ListFault> Faults);

/// <summary>What is wrong in a list.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="What">One line for its author.</param>
public sealed record ListFault(int Line, string What);
