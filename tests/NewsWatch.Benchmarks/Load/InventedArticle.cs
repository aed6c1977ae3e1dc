using System.Globalization;
using System.Text;

namespace NewsWatch.Benchmarks.Load;

/// <summary>An article as no other: sentences drawn by site and number, twelve paragraphs of them; one in fifty tells of an agreement.</summary>
internal sealed record InventedArticle(int Site, int Number)
{
    private const int Paragraphs = 12;
    private const int SentencesEach = 5;
    private const int OneTellsIn = 50;

    private static readonly string[] Who =
    [
        "The port council", "A ferry operator", "The regional hospital", "Two of the three unions", "The museum's director", "A committee of fishers", "The weather service",
        "The rowing club", "A court in the capital", "The school inspectorate", "The tram company", "An association of bakers", "The national library", "A group of engineers",
        "The lighthouse keeper", "The ministry of agriculture", "A shipyard on the east bank", "The orchestra", "The coast guard", "A panel of economists",
    ];

    private static readonly string[] Did =
    [
        "put off", "defended", "counted again", "wants to pay for", "has lost interest in", "opened a debate about", "published figures on", "turned down", "asked voters about",
        "praised", "cannot explain", "will look into", "sold its part of", "moved to the north side", "drew up rules for", "doubts the worth of", "restored", "found room for",
    ];

    private static readonly string[] What =
    [
        "the new pier", "a tunnel under the estuary", "the winter timetable", "four hundred jobs", "the price of bread", "an old archive of letters", "the swimming hall", "a tax on parking",
        "the herring quota", "a bridge for cyclists", "the summer festival", "repairs to the dyke", "a loan of twelve paintings", "the marathon's route", "heating for the greenhouse",
        "the census of seals", "a second runway", "the market square", "three empty warehouses", "its own rules of procedure", "the city's oldest oak", "a film about the harbour",
    ];

    private static readonly string[] How =
    [
        "after a long evening of questions", "although the budget had been cut twice", "while rain kept most visitors away", "in a letter of nine pages", "as it had promised in spring",
        "before the holidays begin", "to the surprise of its own staff", "for the third time in ten years", "with one vote against", "despite a warning from the auditors",
        "since nobody else had offered", "on the advice of a retired captain",
    ];

    private static readonly string[] States =
    [
        "Japan", "France", "Italy", "Germany", "Spain", "Norway", "Poland", "Canada", "Australia", "India", "Greece", "Finland", "Sweden", "Kenya", "Brazil", "Chile", "Peru", "Portugal",
        "Ireland", "Denmark", "Romania", "Bulgaria", "Indonesia", "Malaysia", "Thailand", "Singapore", "Morocco", "Egypt", "Ghana", "Uruguay",
    ];

    private static readonly (string Act, string Type)[] Tellings =
    [
        ("signed", "an acquisition and cross-servicing agreement"), ("ratified", "a status of forces agreement"), ("concluded talks on", "a reciprocal access agreement"),
        ("opened negotiations on", "a general security of information agreement"), ("signed", "a defence equipment and technology transfer agreement"),
    ];

    /// <summary>True where the article tells of an agreement.</summary>
    public bool Tells => (Site + Number) % OneTellsIn == 0;

    /// <summary>Its headline.</summary>
    public string Title => Tells
        ? Telling() is var (first, second, act, type) ? $"{first} and {second} {act} {type}" : ""
        : Sentence(new Random(Seed)).TrimEnd('.');

    /// <summary>Path of its page, which ends in no number that a page of several could have.</summary>
    public string Path => PathOf(Number);

    /// <summary>Its page, with what stands around an article.</summary>
    public string Page()
    {
        var drawn = new Random(Seed + 1);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Title} | Site {Site}</title></head><body><header><nav><ul>");
        for (var link = 0; link < 30; link++)
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"menu-item\"><a href=\"/section/{link}\">Section {link}</a></li>");
        page.Append(CultureInfo.InvariantCulture, $"</ul></nav></header><main><article><h1>{Title}</h1>");
        if (Tells && Telling() is var (first, second, act, type))
            page.Append(CultureInfo.InvariantCulture, $"<p>{first} and {second} {act} {type} on Tuesday, the two defence ministers said after a meeting in the capital.</p>");
        for (var paragraph = 0; paragraph < Paragraphs; paragraph++)
        {
            page.Append("<p>");
            for (var sentence = 0; sentence < SentencesEach; sentence++)
                page.Append(Sentence(drawn)).Append(' ');
            page.Append("</p>");
        }
        page.Append("</article></main><aside><h2>Most read</h2><ol>");
        for (var link = 0; link < 20; link++)
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{PathOf(Number + link)}\">{Sentence(drawn)}</a></li>");
        return page.Append("</ol></aside><footer><p>Imprint and terms</p></footer></body></html>").ToString();
    }

    private static string PathOf(int number) => string.Create(CultureInfo.InvariantCulture, $"/news/{number}-told");

    private int Seed => (Site * 100_003) + Number;

    private static string Sentence(Random drawn) => string.Create(
        CultureInfo.InvariantCulture, $"{One(Who, drawn)} {One(Did, drawn)} {One(What, drawn)} {One(How, drawn)}, as number {drawn.Next(10_000)} of the gazette says.");

    private static string One(string[] of, Random drawn) => of[drawn.Next(of.Length)];

    private (string First, string Second, string Act, string Type) Telling()
    {
        var drawn = new Random(Seed + 2);
        var first = drawn.Next(States.Length);
        var second = (first + 1 + drawn.Next(States.Length - 1)) % States.Length;
        var (act, type) = Tellings[drawn.Next(Tellings.Length)];
        return (States[first], States[second], act, type);
    }
}
