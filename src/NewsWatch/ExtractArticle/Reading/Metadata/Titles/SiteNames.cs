using NewsWatch.Text.Html;

namespace NewsWatch.ExtractArticle.Reading.Metadata.Titles;

/// <summary>The names a site and its sections go by, to cut them off titles.</summary>
internal sealed class SiteNames
{
    private const int LongestSection = 40, MostSectionWords = 3;

    /// <summary>Set off by spaces: what follows may be the site's name in other words.</summary>
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", " / ", "|", "｜", "ㅣ"];

    /// <summary>May stand in any word: what follows must be the name itself.</summary>
    private static readonly string[] Joints = ["-", "–", "—", "：", ":", ","];

    private readonly string[] names;
    private readonly HashSet<string> sections;

    public SiteNames(JsonLdArticle json, MetaTags metas, string? site, Uri? address)
    {
        var host = address?.Host;
        names =
        [
            .. new[]
            {
                site, json.Publisher, json.SiteName, metas.First("og:site_name"), metas.First("application-name"), metas.First("apple-mobile-web-app-title"),
                metas.First("twitter:site"), host, host?.Replace("www.", "", StringComparison.OrdinalIgnoreCase), Domain(host), Initials(site),
            }.Select(name => OneLine.Key(OneLine.Of(name))).Where(key => key.Length > 1).Distinct(),
        ];
        sections = new[] { json.Section, metas.First("article:section"), metas.First("section") }
            .Concat(json.Trail)
            .Concat(Folders(address))
            .Select(name => OneLine.Of(name))
            .Where(name => name is { Length: <= LongestSection } && name.Split(' ').Length <= MostSectionWords)
            .Select(OneLine.Key)
            .Where(key => key.Length > 1)
            .ToHashSet();
    }

    /// <summary>True where the text is the site's name and nothing else.</summary>
    public bool Are(string key) => Array.IndexOf(names, key) >= 0;

    /// <summary>
    /// A title without the names at its end, and then at its front; a short part is cut as well where <paramref name="known"/> gives the
    /// rest.
    /// </summary>
    /// <param name="title">One line.</param>
    /// <param name="known">True for the key of a title the page gives elsewhere.</param>
    public string Cut(string title, Func<string, bool> known)
    {
        for (var end = title.Length; Last(title[..end], Separators) is var (at, length) && at > 0; end = Math.Min(at, title.Length))
        {
            var (rest, part) = (title[..at].TrimEnd(), title[(at + length)..]);
            if (Name(part) || Section(part) || (part.Length <= LongestSection && known(OneLine.Key(rest))))
                title = rest;
        }
        if (Credit(title) is > 0 and var credit)
            title = title[..credit].TrimEnd();
        while (Last(title, Joints) is var (at, length) && at > 0 && (Are(OneLine.Key(title[(at + length)..])) || Section(title[(at + length)..])))
            title = title[..at].TrimEnd();
        var (first, width) = First(title);
        if (first > 0 && Name(title[..first]) && title.Length - first > 15)
            return title[(first + width)..].TrimStart();
        var space = title.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && title[..space].Contains('.', StringComparison.Ordinal) && Are(OneLine.Key(title[..space]))
            ? title[(space + 1)..].TrimStart()
            : title;
    }

    /// <summary>
    /// Where a title made for sharing begins to say whose it is: "via @harbourpost", "(via Harbour Post)"; -1 where it does not.
    /// </summary>
    private static int Credit(string title)
    {
        var at = title.LastIndexOf(" via @", StringComparison.OrdinalIgnoreCase);
        if (at > 0 && title.IndexOf(' ', at + 5) < 0)
            return at;
        return title is [.., ')'] ? title.LastIndexOf(" (via ", StringComparison.OrdinalIgnoreCase) : -1;
    }

    /// <summary>The folders of an address above its page, as words: sites name them after their sections.</summary>
    private static IEnumerable<string> Folders(Uri? address)
        => (address?.AbsolutePath ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries)
            .SkipLast(1)
            .Select(folder => Uri.UnescapeDataString(folder).Replace('-', ' '));

    private bool Section(string part) => sections.Contains(OneLine.Key(part));

    /// <summary>True for the name itself, a part of it, or it with a few words more; or a host.</summary>
    public bool Name(string part)
    {
        const int more = 20;
        var key = OneLine.Key(part);
        if (key.Length == 0 || Are(key))
            return true;
        if (key.Length > 3 && Array.Exists(names, name =>
            name.StartsWith(key, StringComparison.Ordinal) || name.EndsWith(key, StringComparison.Ordinal)
            || (name.Length > 2 && key.Length <= name.Length + more
                && (key.StartsWith(name, StringComparison.Ordinal) || key.EndsWith(name, StringComparison.Ordinal)))))
            return true;
        var trimmed = part.Trim();
        return trimmed.Length < 30 && trimmed is [.., '.', _, _] or [.., '.', _, _, _] && !trimmed.Contains(' ');
    }

    private static (int At, int Length) Last(string title, string[] separators)
    {
        var best = (At: -1, Length: 0);
        foreach (var separator in separators)
            if (title.LastIndexOf(separator, StringComparison.Ordinal) is var at && at > best.At)
                best = (at, separator.Length);
        return best;
    }

    private static (int At, int Length) First(string title)
    {
        var best = (At: int.MaxValue, Length: 0);
        foreach (var separator in Separators)
            if (title.IndexOf(separator, StringComparison.Ordinal) is var at && at > 0 && at < best.At)
                best = (at, separator.Length);
        return best.Length == 0 ? (-1, 0) : best;
    }

    /// <summary>The name in a host: <c>www.example.co.uk</c> is <c>example</c>.</summary>
    private static string? Domain(string? host)
    {
        if (host is null)
            return null;
        var labels = host.Split('.');
        return labels.Reverse().Skip(1).FirstOrDefault(label => label.Length > 3) ?? labels[0];
    }

    /// <summary>Of a name of three words or more; null of a shorter one.</summary>
    private static string? Initials(string? site)
        => site?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: >= 3 } words ? string.Concat(words.Select(word => word[0])) : null;
}
