using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Benchmarks.Review;

/// <summary>
/// Fills a data folder with made-up articles and agreements, as many as a busy desk has after years: the same for the same numbers. Files
/// are written beside the store, not through it, since it flushes each to the disk.
/// </summary>
internal static class DeskSeed
{
    private static readonly string[] Languages = ["en", "en", "en", "ja", "fr", "es", "de", "ar", "ko", "pl"];

    private static readonly string[] Common =
    [
        .. "the of and to in a for on with by that is as at from was said will be its are have not has an their forces ministers visit talks sea air base exercise ship budget parliament officials statement region partners security defence support supply training joint plan year week minister government states agreement".Split(' '),
    ];

    private static readonly string[] Foreign =
    [
        "日本とイタリアは東京で物品役務相互提供協定に署名した。両国の国会承認を経て発効する。",
        "防衛省によると、共同訓練は来月も続けられる見通しだ。",
        "Les ministres ont signé à Lisbonne un accord de défense après des mois de négociations.",
        "한국과 일본은 군사정보보호협정의 연장에 합의했다고 국방부가 밝혔다.",
        "وقع الوزيران اتفاقية تعاون دفاعي في العاصمة يوم الاثنين.",
        "Ministrowie podpisali w Łodzi umowę o ochronie informacji niejawnych.",
    ];

    private static readonly AgreementType[] Types = Enum.GetValues<AgreementType>();
    private static readonly AgreementStage[] Stages = Enum.GetValues<AgreementStage>();

    /// <summary>Writes the store.</summary>
    public static void Write(string folder, int articles, int agreements)
    {
        var random = new Random(7);
        var now = TimeProvider.System.GetUtcNow();
        var states = PartyTable.All.Where(party => party.IsCountry).Select(party => party.Code).ToList();
        var ledger = Enumerable.Range(0, agreements)
            .Select(_ => (Type: Types[random.Next(Types.Length)], Parties: Pair(random, states)))
            .DistinctBy(one => AgreementId.Of(one.Type, one.Parties)).ToList();
        var entries = ledger.ToDictionary(one => AgreementId.Of(one.Type, one.Parties), _ => new List<DossierEntry>());
        var journals = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        string? story = null;
        for (var number = 0; number < articles; number++)
        {
            var at = now.AddMinutes(-number * 1000.0 / articles * 1440);
            var (type, parties) = ledger[(int)(Math.Pow(random.NextDouble(), 2) * ledger.Count)];
            var stage = Stages[random.Next(Stages.Length)];
            var article = Article(random, number, at, type, parties, stage, random.Next(100), story);
            story = random.Next(6) == 0 ? story ?? article.Id : null;
            Put(folder, $"articles/{article.Id}.json", JsonSerializer.SerializeToUtf8Bytes(article, NewsWatchJson.Default.Article));
            var day = at.UtcDateTime.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);
            (journals.TryGetValue(day, out var lines) ? lines : journals[day] = new())
                .Append(JsonSerializer.Serialize(JournalEntry.OfOutcome(article, at), NewsWatchJson.Default.JournalEntry)).Append('\n');
            if (article.Classification is { Agreements: [var told, ..] })
                entries[AgreementId.Of(type, parties)].Add(Entry(article, told, at));
        }
        foreach (var (day, lines) in journals)
            Put(folder, $"journal/{day}.jsonl", Encoding.UTF8.GetBytes(lines.ToString()));
        foreach (var (type, parties) in ledger)
        {
            var id = AgreementId.Of(type, parties);
            if (entries[id].Count == 0)
                entries[id].Add(Entry(Article(random, -1, now, type, parties, AgreementStage.Signed, 0, null), Told(type, parties, AgreementStage.Signed), now));
            var dossier = new Dossier { Id = id, Type = type, Parties = parties, OpenedAt = now, Entries = entries[id], Page = AgreementId.OfParties(parties) };
            Put(folder, $"agreements/{id}.json", JsonSerializer.SerializeToUtf8Bytes(dossier, JsonOptions));
        }
        Console.WriteLine($"{articles} articles and {ledger.Count} agreements in {folder}");
    }

    private static readonly JsonSerializerOptions JsonOptions = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static string[] Pair(Random random, List<string> states)
    {
        string[] often = ["JP", "US", "FR", "GB", "AU", "IN", "PH", "IT", "DE", "PL"];
        var one = random.Next(2) == 0 ? often[random.Next(often.Length)] : states[random.Next(states.Count)];
        string other;
        do
            other = states[random.Next(states.Count)];
        while (other == one);
        return [.. AgreementId.SortParties([one, other])];
    }

    private static FoundAgreement Told(AgreementType type, string[] parties, AgreementStage stage)
        => new(type, AgreementWording.Name(type), parties, stage, null, [new(0, 20, "seed.sentence"), new(4, 12, "seed.word")]);

    private static Article Article(
        Random random, int number, DateTimeOffset at, AgreementType type, string[] parties, AgreementStage stage, int chance, string? story)
    {
        var language = Languages[random.Next(Languages.Length)];
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://news{number % 400}.example/{number}"));
        var reports = chance < 12;
        var mentions = chance is >= 12 and < 24;
        var sentence = AgreementWording.Sentence(type, parties, stage);
        var text = $"{(reports || mentions ? sentence + " " : "")}{Words(random, 120 + random.Next(500))}\n{Foreign[random.Next(Foreign.Length)]}";
        var site = $"Outlet {number % 400}";
        return new()
        {
            Id = ArticleId.Of(address),
            Address = address,
            FoundAt = at,
            Mentions = [new($"feed-{number % 400}", site, address, sentence, "", at.AddMinutes(-random.Next(600)), "x")],
            State = reports ? ArticleState.Flagged : mentions ? ArticleState.Mentions : chance < 30 ? ArticleState.Blocked : ArticleState.NotFlagged,
            Reason = chance is >= 24 and < 30 ? "robots" : null,
            Story = story,
            Content = new()
            {
                Hash = "h",
                Title = reports || mentions ? sentence : Words(random, 9),
                Text = text,
                ReadAt = at,
                Origin = TextOrigin.Page,
                Language = language,
                Published = at.AddMinutes(-random.Next(600)),
                Site = site,
            },
            Classification = reports || mentions
                ? new(reports, 0.9, [Told(type, parties, stage)], "seed") { Mentions = true, Borderline = chance == 13 }
                : null,
            Decisions = reports && random.Next(3) > 0 ? [new(Verdict.Confirmed, "", "Ana", at.AddHours(3))] : [],
        };
    }

    private static DossierEntry Entry(Article article, FoundAgreement told, DateTimeOffset at) => new()
    {
        Article = article.Id,
        Title = article.Content!.Title,
        Address = article.Address,
        ReportedOn = DateOnly.FromDateTime(at.UtcDateTime),
        Type = told.Type,
        Name = told.Name,
        Parties = told.Parties,
        Stage = told.Stage,
        Quotes = [new(article.Content.Text[..60], 0, 20, false, ["seed.sentence"])],
        FiledAt = at,
        Language = article.Content.Language,
    };

    /// <summary>Few words often and many seldom, as in every language.</summary>
    private static string Words(Random random, int count)
    {
        var text = new StringBuilder();
        for (var word = 0; word < count; word++)
            text.Append(random.Next(3) > 0
                ? Common[(int)(Math.Pow(random.NextDouble(), 2) * Common.Length)]
                : string.Create(CultureInfo.InvariantCulture, $"w{(int)(Math.Pow(random.NextDouble(), 3) * 40_000)}"))
                .Append(word % 17 == 16 ? ". " : " ");
        return text.ToString();
    }

    private static void Put(string folder, string name, byte[] content)
    {
        var path = Path.Combine(folder, "blobs", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
