namespace NewsWatch.Tests.Docs;

public sealed class LinkTests
{
    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere()
    {
        var dead = new List<string>();
        var links = 0;
        foreach (var page in Markdown.Pages())
            foreach (var link in Markdown.Links(await TextAsync(page)).Where(link => !link.Contains("://", StringComparison.Ordinal)
                && !link.StartsWith("mailto:", StringComparison.Ordinal)))
            {
                links++;
                if (!await LeadsSomewhereAsync(page, link))
                    dead.Add($"{page}: {link}");
            }
        Assert.True(dead.Count == 0, string.Join('\n', dead));
        Assert.True(links > 20, $"Only {links} links were found.");
    }

    private static async Task<bool> LeadsSomewhereAsync(string page, string link)
    {
        var (path, anchor) = link.Split('#', 2) is [var before, var after] ? (before, after) : (link, null);
        var target = path.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, path);
        if (!Path.Exists(Path.Combine(RepositoryFolder.Path, target)))
            return false;
        return anchor is null || Markdown.Anchors(await TextAsync(target)).Contains(anchor);
    }

    private static Task<string> TextAsync(string page) => File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, page));
}
