using NewsWatch.Text;

namespace NewsWatch.PollFeeds.Parsing.Repair;

/// <summary>The elements that are open, each closed in its turn whatever the document says.</summary>
internal sealed class MendedElements(MendedOutput output, FeedLimits limits)
{
    private readonly Stack<(string Name, int Start)> open = new();
    private readonly HashSet<string> declared = ["xml", "xmlns"];
    private readonly HashSet<string> declaredAnywhere = [];

    private int skipped;
    private int nodes;
    private int entries;

    public bool InRoot => open.Count > 0;

    public bool RootIsClosed { get; private set; }

    public bool LimitReached { get; private set; }

    public void Open(MendedTag tag)
    {
        nodes += 1 + tag.Attributes.Count;
        if (IsEntry(tag.Name))
        {
            CloseEntry();
            entries++;
        }
        if (nodes > limits.MaxNodes || entries > limits.MaxEntries || declared.Count > Bound.Feed.Prefixes)
        {
            output.Repairs |= FeedRepairs.TooLarge;
            LimitReached = true;
            return;
        }
        if (open.Count >= limits.MaxDepth)
        {
            if (!tag.IsEmpty) skipped++;
            return;
        }
        Write(tag);
        if (!tag.IsEmpty) return;
        if (open.Count == 0) RootIsClosed = true;
    }

    public void Close(ReadOnlySpan<char> written)
    {
        if (skipped > 0)
        {
            skipped--;
            return;
        }
        var name = MendedNames.CleanElement(written);
        var depth = Depth(name, StringComparison.Ordinal) is >= 0 and var exact ? exact : Depth(name, StringComparison.OrdinalIgnoreCase);
        if (depth != 0) output.Repairs |= FeedRepairs.Tags;
        for (; depth >= 0; depth--) CloseTop();
    }

    /// <summary>At the end of the text. An element that the end cuts short is dropped where a part of it would be something else.</summary>
    public void CloseAll()
    {
        if (open.Count == 0) return;
        if (!LimitReached)
        {
            output.Repairs |= FeedRepairs.CutOff;
            DropFragment();
        }
        while (open.Count > 0) CloseTop();
    }

    private void DropFragment()
    {
        var (name, start) = open.Peek();
        if (open.Count < 3 || IsEntry(name)) return;
        var local = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (!IsFact(local)) return;
        output.Truncate(start);
        open.Pop();
    }

    // Half an address is another address, half a date another date.
    private static bool IsFact(string name) => name.ToUpperInvariant() is
        "LINK" or "GUID" or "ID" or "PUBDATE" or "PUBLISHED" or "UPDATED" or "DATE" or "ISSUED" or "MODIFIED" or "CREATED" or "ORIGLINK";

    private void Write(MendedTag tag)
    {
        var start = output.Length;
        output.Raw("<");
        output.Raw(tag.Name);
        var isRoot = open.Count == 0;
        if (isRoot) output.MarkRoot();
        foreach (var (name, value) in tag.Attributes) Declare(name, value, isRoot);
        Use(tag.Name);
        foreach (var (name, value) in tag.Attributes)
        {
            if (IsUselessDeclaration(name, value)) continue;
            Use(name);
            output.Raw(" ");
            output.Raw(name);
            output.Raw("=\"");
            output.Escape(value);
            output.Raw("\"");
        }
        output.Raw(tag.IsEmpty ? "/>" : ">");
        if (!tag.IsEmpty) open.Push((tag.Name, start));
    }

    private void Declare(string attribute, string value, bool isRoot)
    {
        if (!attribute.StartsWith("xmlns:", StringComparison.Ordinal) || IsUselessDeclaration(attribute, value)) return;
        if (isRoot) declared.Add(attribute[6..]);
        else declaredAnywhere.Add(attribute[6..]);
    }

    // Undeclaring a prefix, or declaring one that is XML's own, is no XML 1.0.
    private static bool IsUselessDeclaration(string attribute, string value) => attribute is "xmlns:xml" or "xmlns:xmlns"
        || (attribute.StartsWith("xmlns", StringComparison.Ordinal)
            && (value.Trim() is "http://www.w3.org/XML/1998/namespace" or "http://www.w3.org/2000/xmlns/"
                || (attribute.StartsWith("xmlns:", StringComparison.Ordinal) && string.IsNullOrWhiteSpace(value))));

    private void Use(string name)
    {
        if (MendedNames.PrefixOf(name) is not { } prefix || !declared.Add(prefix)) return;
        output.AddToRoot($" xmlns:{prefix}=\"{KnownPrefixes.NamespaceOf(prefix)}\"");
        if (!declaredAnywhere.Contains(prefix)) output.Repairs |= FeedRepairs.Prefixes;
    }

    private int Depth(string name, StringComparison comparison)
    {
        var depth = 0;
        foreach (var (candidate, _) in open)
        {
            if (candidate.Equals(name, comparison)) return depth;
            // The end of something inside an entry does not end the entry.
            if (IsEntry(candidate) && !IsFrame(name)) return -1;
            depth++;
        }
        return -1;
    }

    // Entries do not hold entries: one that starts inside another ends it, unless that is the root.
    private void CloseEntry()
    {
        var depth = 0;
        foreach (var (name, _) in open)
        {
            if (IsEntry(name) && depth < open.Count - 1)
            {
                output.Repairs |= FeedRepairs.Tags;
                for (; depth >= 0; depth--) CloseTop();
                return;
            }
            depth++;
        }
    }

    private void CloseTop()
    {
        output.Raw("</");
        output.Raw(open.Pop().Name);
        output.Raw(">");
        if (open.Count == 0) RootIsClosed = true;
    }

    private static bool IsEntry(string name) => name is "item" or "entry" or "ITEM" or "Item" || name.EndsWith(":item", StringComparison.Ordinal)
        || name.EndsWith(":entry", StringComparison.Ordinal);

    private static bool IsFrame(string name) => name.ToUpperInvariant() is "CHANNEL" or "RSS" or "FEED" || name.EndsWith(":RDF", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(":feed", StringComparison.OrdinalIgnoreCase);
}
