using System.Collections.Frozen;

namespace NewsWatch.ExtractArticle.Reading.Parsing;

/// <summary>The elements the reader tells apart; every other one is <see cref="Other"/>, an inline element.</summary>
internal enum Tag : byte
{
    Other, Address, Anchor, Article, Aside, Blockquote, Body, Break, Button, Caption, Cell, Details, Dialog, Division, Emphasis, Figcaption,
    Figure, Footer, Form, Heading, Header, Image, Item, Label, List, Main, Navigation, Paragraph, Preformatted, Row, Rule, Section, Skipped,
    Strong, Summary, Table, Time,
}

/// <summary>What an element's name says about it.</summary>
internal static class Tags
{
    private static readonly FrozenDictionary<string, Tag> ByName = new (Tag Tag, string Names)[]
    {
        (Tag.Address, "address"), (Tag.Anchor, "a"), (Tag.Article, "article"), (Tag.Aside, "aside"), (Tag.Blockquote, "blockquote"),
        (Tag.Body, "body"), (Tag.Break, "br"), (Tag.Button, "button"), (Tag.Caption, "caption legend"), (Tag.Cell, "td th"),
        (Tag.Details, "details"), (Tag.Dialog, "dialog"), (Tag.Division, "div center"), (Tag.Emphasis, "em i"), (Tag.Figcaption, "figcaption"),
        (Tag.Figure, "figure"), (Tag.Footer, "footer"), (Tag.Form, "form fieldset"), (Tag.Heading, "h1 h2 h3 h4 h5 h6"),
        (Tag.Header, "header hgroup"), (Tag.Image, "img picture"), (Tag.Item, "li dd dt"), (Tag.Label, "label"), (Tag.List, "ul ol dl menu dir"),
        (Tag.Main, "main"), (Tag.Navigation, "nav"), (Tag.Paragraph, "p"), (Tag.Preformatted, "pre"), (Tag.Row, "tr"), (Tag.Rule, "hr"),
        (Tag.Section, "section"), (Tag.Strong, "strong b"), (Tag.Summary, "summary"), (Tag.Table, "table tbody thead tfoot"), (Tag.Time, "time"),
        (Tag.Skipped, "audio canvas datalist embed head iframe input math noscript object rp rt rtc script select style svg template textarea title video"),
    }.SelectMany(row => row.Names.Split(' '), (row, name) => (row.Tag, name)).ToFrozenDictionary(row => row.name, row => row.Tag);

    /// <summary>The tag of a local name in lower case.</summary>
    public static Tag Of(string name) => ByName.GetValueOrDefault(name);

    /// <summary>True where text before, inside and after the element belongs to different blocks.</summary>
    public static bool IsBlock(Tag tag) => tag is not (Tag.Other or Tag.Anchor or Tag.Break or Tag.Emphasis or Tag.Strong or Tag.Time
        or Tag.Image or Tag.Skipped or Tag.Label);
}
