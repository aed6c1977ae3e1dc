using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace NewsWatch.Review.Search;

/// <summary>Reads what is shown of the rows of one page.</summary>
internal sealed class RowReader(SqliteConnection connection, SearchQuery query, FacetRows table)
{
    private readonly FacetFilter filter = new(query, 0);

    /// <summary>The rows of groups, in their order.</summary>
    public IReadOnlyList<InboxRow> Read(IReadOnlyList<List<FacetRow>> groups)
    {
        var docs = string.Join(',', groups.SelectMany(group => group).Select(row => row.Doc.ToString(CultureInfo.InvariantCulture)));
        var shown = new Dictionary<int, ReadRow>();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT doc, id, title, shown FROM articles WHERE doc IN ({docs})";
        using (var reader = command.ExecuteReader())
            while (reader.Read())
                shown[reader.GetInt32(0)] = new(
                    reader.GetString(1), reader.GetString(2), JsonSerializer.Deserialize(reader.GetString(3), IndexJson.Default.ShownArticle)!);
        var filed = Filed(docs);
        var decided = Decided(groups);
        return [.. groups.Select(group => Row(group, shown, filed, decided))];
    }

    private InboxRow Row(
        List<FacetRow> group,
        Dictionary<int, ReadRow> shown,
        ILookup<string, string> filed,
        Dictionary<int, int> decided)
    {
        var best = group.OrderBy(row => row.Facets.State == ArticleState.Duplicate).ThenBy(row => row.Facets.Standing).ThenBy(row => row.Published)
            .ThenBy(row => row.Doc).ToList();
        InboxArticle[] articles = [.. best.Select(row => Article(row, shown[row.Doc]))];
        var lead = articles[0];
        var (title, snippet) = query.Terms.Count > 0 ? Searched(best[0].Doc, lead) : (null, null);
        return new(
            articles,
            lead.Claims.FirstOrDefault(filter.Lets) ?? (lead.Claims is [var first, ..] ? first : null),
            articles.Max(article => article.Published),
            articles.Max(article => article.Found),
            DateTimeOffset.FromUnixTimeSeconds(group.Max(row => row.Told)))
        {
            Snippet = snippet ?? title ?? Proof(lead.Shown),
            DecidedElsewhere = decided.GetValueOrDefault(group[0].Group) - group.Count(row => row.Facets.Verdict is not null),
            Agreements = [.. group.SelectMany(row => filed[shown[row.Doc].Id]).Distinct(StringComparer.Ordinal)],
        };
    }

    private static InboxArticle Article(FacetRow row, ReadRow shown) => new(
        shown.Id,
        shown.Title,
        row.Facets.Site,
        row.Facets.Language,
        row.Facets.State,
        row.Facets.Standing,
        DateTimeOffset.FromUnixTimeSeconds(row.Published),
        DateTimeOffset.FromUnixTimeSeconds(row.Found),
        row.Facets.Borderline,
        row.Facets.Verdict,
        row.Facets.Claims,
        shown.Shown)
    {
        Decided = row.Facets.Decided,
    };

    private static Snippet? Proof(ShownArticle shown)
    {
        if (shown.Proof is not { } proof)
            return null;
        var marks = shown.Marks.Select(mark => (mark[0], mark[1])).ToList();
        return Snippet.Cut(proof, marks.Count > 0 ? marks[0].Item1 : 0, marks);
    }

    private (Snippet? Title, Snippet? Text) Searched(int doc, InboxArticle article)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT body FROM texts WHERE doc = $doc";
        command.Parameters.AddWithValue("$doc", doc);
        using var packed = new MemoryStream((byte[])command.ExecuteScalar()!);
        using var body = new StreamReader(new DeflateStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        return (Snippet.Of(article.Title, query.Terms), Snippet.Of(body.ReadToEnd(), query.Terms));
    }

    private ILookup<string, string> Filed(string docs)
    {
        var filed = new List<(string Article, string Agreement)>();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT article, agreement FROM filed WHERE article IN (SELECT id FROM articles WHERE doc IN ({docs}))";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            filed.Add((reader.GetString(0), reader.GetString(1)));
        return filed.ToLookup(pair => pair.Article, pair => pair.Agreement, StringComparer.Ordinal);
    }

    /// <summary>How many of each group are decided on.</summary>
    private Dictionary<int, int> Decided(IReadOnlyList<List<FacetRow>> groups)
    {
        var wanted = string.Join(',', groups.Select(group => group[0].Group.ToString(CultureInfo.InvariantCulture)));
        var decided = new Dictionary<int, int>();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT doc, grp FROM articles WHERE grp IN ({wanted})";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            if (reader.GetInt32(0) is var doc && table.Has(doc) && table[doc].Facets.Verdict is not null)
                decided[reader.GetInt32(1)] = decided.GetValueOrDefault(reader.GetInt32(1)) + 1;
        return decided;
    }

    private sealed record ReadRow(string Id, string Title, ShownArticle Shown);
}
