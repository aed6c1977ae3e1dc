using System.Globalization;
using System.Runtime.InteropServices;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsWatch.ExtractArticle.Reading.Parsing;

/// <summary>Walks the parsed page once and writes down all that the later phases ask about it.</summary>
internal sealed class PageWalker
{
    /// <summary>Words of prose in a frame at least, and their share of the page's; see <see cref="Box.IsFrame"/>.</summary>
    private const int LeastFrame = 100;

    private const float FrameShare = 0.8f;

    private const int ShortestDate = 8;

    private readonly ClassWords classWords = new();
    private readonly BlockWriter writer = new();
    private readonly List<Box> boxes = [];
    private readonly Landmarks landmarks = new();
    private readonly Dictionary<(int Parent, int Template), int> twins = [];
    private readonly Dictionary<int, int> ordinals = [];

    private readonly IReadOnlyDictionary<IElement, SiteRuleKind> rules;
    private readonly bool hasShadows;

    private readonly CancellationToken cancellation;

    private PageWalker(IReadOnlyDictionary<IElement, SiteRuleKind> rules, bool hasShadows, CancellationToken cancellation)
        => (this.rules, this.hasShadows, this.cancellation) = (rules, hasShadows, cancellation);

    /// <summary>Maps a page.</summary>
    /// <param name="document">The page.</param>
    /// <param name="rules">What the rules of its site select; see <see cref="SiteRules"/>.</param>
    /// <param name="hasShadows">True where its markup declares shadow roots; to ask every element costs.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public static PageMap Map(
        IHtmlDocument document, IReadOnlyDictionary<IElement, SiteRuleKind> rules, bool hasShadows, CancellationToken cancellation = default)
    {
        var walker = new PageWalker(rules, hasShadows, cancellation);
        if (document.DocumentElement is { } root)
        {
            walker.landmarks.Language = root.GetAttribute("lang") ?? root.GetAttribute("xml:lang");
            var top = walker.Open(root, Tag.Body, null, ClassHints.None, BoxMarks.None, 0);
            walker.Children(root, top);
            walker.writer.Flush(top);
            top.EndBlock = walker.writer.Blocks.Count;
        }
        walker.Sum();
        return new() { Text = walker.writer.Text, Boxes = walker.boxes, Blocks = walker.writer.Blocks, Landmarks = walker.landmarks };
    }

    private void Children(INode parent, Box box)
    {
        // A shadow root that the markup declares is shown in its host's place (HTML, 4.12.3); what the host has itself goes into its slots.
        if (hasShadows && parent is IElement { ShadowRoot: { } shadow })
            Children(shadow, box);
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is IElement element)
                Element(element, box);
            else if (children[i] is not IText text)
                continue;
            else if (box.Tag is Tag.Preformatted)
                Lines(text.Data, box);
            else
                writer.Append(text.Data);
        }
    }

    /// <summary>
    /// Preformatted text: an empty line parts paragraphs as it does on paper, a line shorter than the page's width ends where it ends,
    /// and the other lines are folded for width alone.
    /// </summary>
    private void Lines(ReadOnlySpan<char> text, Box box)
    {
        const int folded = 50;
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
        {
            var line = text[..end];
            text = text[(end + 1)..];
            writer.Append(line);
            if (line.IsWhiteSpace())
                writer.Flush(box);
            else if (line.TrimEnd().Length < folded)
                writer.Break(box);
            else
                writer.Append(" ");
        }
        writer.Append(text);
    }

    private void Element(IElement element, Box parent)
    {
        cancellation.ThrowIfCancellationRequested();
        var name = element.LocalName;
        var tag = Tags.Of(name);
        if (tag is Tag.Skipped || tag is Tag.Other && name is "meta" or "link")
        {
            Note(element, name);
            return;
        }
        var (hints, marks, template) = Attributes(element, tag, name);
        if (rules.Count > 0 && rules.TryGetValue(element, out var rule))
            marks |= rule is SiteRuleKind.Drop ? BoxMarks.Dropped : BoxMarks.Whole;
        if (!Tags.IsBlock(tag))
        {
            if ((marks & BoxMarks.Dropped) != 0)
                return;
            Inline(element, tag, hints, parent);
            return;
        }
        if (tag is Tag.Form)
            landmarks.Machinery.Add(element);
        writer.Flush(parent);
        var box = Open(element, tag, parent, hints, marks, template);
        Children(element, box);
        writer.Flush(box);
        box.EndBlock = writer.Blocks.Count;
    }

    private void Inline(IElement element, Tag tag, ClassHints hints, Box parent)
    {
        switch (tag)
        {
            case Tag.Break:
                writer.Break(parent);
                return;
            case Tag.Image:
                writer.Pictures++;
                writer.Append(InlineText.InitialOf(element));
                return;
            case Tag.Time:
                writer.Times++;
                landmarks.Times.Add((element, writer.Blocks.Count));
                break;
        }
        if ((hints & ClassHints.Hidden) != 0 && InlineText.IsSaidTwice(element))
            return;
        writer.Enter(tag, hints);
        Children(element, parent);
        writer.Leave(tag);
    }

    private Box Open(IElement element, Tag tag, Box? parent, ClassHints hints, BoxMarks marks, int template)
    {
        var box = new Box
        {
            Parent = parent,
            Tag = tag,
            Ordinal = tag is Tag.Item ? Ordinal(element, parent) : 0,
            Level = tag is Tag.Heading ? element.LocalName[1] - '0' : 0,
            Depth = parent is null ? 0 : parent.Depth + 1,
            Hints = hints,
            Marks = marks | (parent is null ? BoxMarks.None : parent.Marks & BoxMarks.Hidden),
            Template = template,
            Index = boxes.Count,
            FirstBlock = writer.Blocks.Count,
            EndBlock = writer.Blocks.Count,
        };
        boxes.Add(box);
        if (parent is not null)
            CollectionsMarshal.GetValueRefOrAddDefault(twins, (parent.Index, template), out _)++;
        return box;
    }

    /// <summary>The number of an item as a browser counts it, where its list's own style does not leave the numbers out.</summary>
    private int Ordinal(IElement item, Box? parent)
    {
        if (parent is null || item.ParentElement is not { LocalName: "ol" } list || list.HasAttribute("reversed")
            || (list.GetAttribute("class")?.Contains("unstyled", StringComparison.OrdinalIgnoreCase) ?? false))
            return 0;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(ordinals, parent.Index, out var known);
        if (known)
            return ++number;
        var start = list.GetAttribute("start");
        return number = int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 1;
    }

    /// <summary>One pass over the attributes, with a note of the elements that carry metadata.</summary>
    private (ClassHints Hints, BoxMarks Marks, int Template) Attributes(IElement element, Tag tag, string name)
    {
        string? css = null, id = null, dated = null;
        var marks = BoxMarks.None;
        var byline = false;
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            var attribute = attributes[i]!;
            switch (attribute.Name)
            {
                case "class":
                    css = attribute.Value;
                    break;
                case "id":
                    id = attribute.Value;
                    break;
                case "href" when tag is Tag.Anchor && PartAddress.EndsInSmallNumber(attribute.Value):
                    landmarks.Onward.Add(attribute.Value);
                    break;
                case "itemprop":
                    landmarks.Properties.Add(element);
                    if (attribute.Value.Contains("articleBody", StringComparison.OrdinalIgnoreCase))
                        marks |= BoxMarks.ArticleBody;
                    break;
                case "itemtype":
                    marks |= BoxMarks.Item;
                    break;
                case "property" when attribute.Value.Contains("articleBody", StringComparison.OrdinalIgnoreCase):
                    marks |= BoxMarks.ArticleBody;
                    break;
                case "title" or "content" or "datetime":
                    dated ??= attribute.Value;
                    break;
                case ['d', 'a', 't', 'a', '-', .. var data] when data.Contains("date", StringComparison.Ordinal)
                    || data.Contains("time", StringComparison.Ordinal) || data.Contains("publish", StringComparison.Ordinal):
                    dated = attribute.Value;
                    break;
                case "rel":
                    byline |= attribute.Value.Contains("author", StringComparison.OrdinalIgnoreCase);
                    break;
                case "hidden":
                    marks |= BoxMarks.Hidden;
                    break;
                case "aria-hidden" when attribute.Value is "true":
                    marks |= BoxMarks.Hidden;
                    break;
                case "style" when Hides(attribute.Value):
                    marks |= BoxMarks.Hidden;
                    break;
                case "role" when attribute.Value is "navigation" or "complementary" or "search" or "banner" or "contentinfo" or "dialog"
                    or "alertdialog" or "menu" or "toolbar" or "tablist":
                    marks |= BoxMarks.Apart;
                    break;
            }
        }
        var hints = classWords.Of(css) | classWords.Of(id);
        if (dated is { Length: >= ShortestDate } && (hints & ClassHints.Date) != 0 && tag is not Tag.Time && dated.Any(char.IsAsciiDigit))
            landmarks.Dates.Add((dated, writer.Blocks.Count));
        if (byline || (hints & ClassHints.Byline) != 0)
            landmarks.Bylines.Add((element, writer.Blocks.Count));
        return (hints, marks, HashCode.Combine((int)tag, name.Length, css));
    }

    private static bool Hides(string style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + 7).TrimStart(": ").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }

    private void Note(IElement element, string name)
    {
        if (name is "script" or "iframe" or "input")
            landmarks.Machinery.Add(element);
        switch (name)
        {
            case "meta":
                landmarks.Metas.Add(element);
                if (element.HasAttribute("itemprop"))
                    landmarks.Properties.Add(element);
                break;
            case "link":
                landmarks.Links.Add(element);
                if (element.GetAttribute("rel") is "next" && element.GetAttribute("href") is { } next)
                    landmarks.Onward.Add(next);
                break;
            case "title":
                landmarks.DocumentTitle ??= element.TextContent;
                break;
            case "head":
                Head(element);
                break;
            case "script" when element.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase):
                landmarks.JsonLd.Add(element.TextContent);
                break;
            case "video" or "audio":
                landmarks.Players++;
                break;
            case "iframe" when element.GetAttribute("src") is { } source && source.Contains("player", StringComparison.OrdinalIgnoreCase):
                landmarks.Players++;
                break;
            case "input" when element.GetAttribute("type") is "password":
                landmarks.PasswordFields++;
                break;
        }
    }

    private void Head(IElement head)
    {
        foreach (var child in head.ChildNodes)
            if (child is IElement element)
                Note(element, element.LocalName);
    }

    /// <summary>Adds each block to the boxes around it.</summary>
    private void Sum()
    {
        foreach (var block in writer.Blocks)
        {
            var prose = block.IsProse;
            var own = prose;
            for (var box = block.Box; box is not null; box = box.Parent)
            {
                box.Words += block.Words;
                box.Characters += block.Length;
                box.LinkCharacters += block.LinkCharacters;
                if (!prose)
                    continue;
                box.ProseWords += block.Words;
                box.ProseBlocks++;
                if (own)
                    box.OwnProseWords += block.Words;
                own &= box.Tag is Tag.Paragraph;
            }
        }
        foreach (var box in boxes)
        {
            if (box.Parent is { } parent)
                box.Twins = twins[(parent.Index, box.Template)];
            box.IsFrame = box.ProseWords >= LeastFrame && box.ProseWords >= FrameShare * boxes[0].ProseWords;
        }
    }
}
