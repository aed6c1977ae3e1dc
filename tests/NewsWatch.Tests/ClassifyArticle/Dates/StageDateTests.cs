using NewsWatch.ClassifyArticle;

namespace NewsWatch.Tests.ClassifyArticle.Dates;

/// <summary>The day of a stage as texts tell it, in articles of Tuesday, 10 January 2017.</summary>
public sealed class StageDateTests
{
    private static readonly DateTimeOffset Published = new(2017, 1, 10, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "Japan and France signed an acquisition and cross-servicing agreement on 8 January 2017.", "2017-01-08")]
    [InlineData("en", "Japan and France signed an acquisition and cross-servicing agreement on January 8, 2017 in Paris.", "2017-01-08")]
    [InlineData("en", "Japan and France signed an acquisition and cross-servicing agreement on Jan. 8 in Paris.", "2017-01-08")]
    [InlineData("en", "Japan and France signed an acquisition and cross-servicing agreement on the 8th of January.", "2017-01-08")]
    [InlineData("en", "Japan and France signed an acquisition and cross-servicing agreement on Monday.", "2017-01-09")]
    [InlineData("en", "On Tuesday, Japan and France signed an acquisition and cross-servicing agreement.", "2017-01-10")]
    [InlineData("en", "Japan and France yesterday signed an acquisition and cross-servicing agreement.", "2017-01-09")]
    [InlineData("en", "Japan and France signed an acquisition and cross-servicing agreement last week.", "2017-01")]
    [InlineData("en", "Japan and France signed an acquisition and cross-servicing agreement in December.", "2016-12")]
    [InlineData("en", "Japan and France signed an acquisition and cross-servicing agreement in December 2015.", "2015-12")]
    [InlineData("en", "Japan and France signed an acquisition and cross-servicing agreement in 2015.", "2015")]
    [InlineData("en", "Japan and France signed an acquisition and cross-servicing agreement last year.", "2016")]
    [InlineData("en", "Japan and France signed an acquisition and cross-servicing agreement.", null)]
    [InlineData("fr", "La France et le Japon ont signé un accord d'acquisition et de soutien logistique le 5 mai 2009 à Paris.", "2009-05-05")]
    [InlineData("fr", "La France et le Japon ont signé lundi un accord de défense.", "2017-01-09")]
    [InlineData("fr", "La France et le Japon ont signé un accord de défense la semaine dernière.", "2017-01")]
    [InlineData("de", "Deutschland und Japan haben am 8. Januar 2017 ein Abkommen über militärische Zusammenarbeit unterzeichnet.", "2017-01-08")]
    [InlineData("de", "Deutschland und Japan haben am Montag ein Abkommen über militärische Zusammenarbeit unterzeichnet.", "2017-01-09")]
    [InlineData("de", "Das Verteidigungsabkommen zwischen Deutschland und Japan wurde am 12.03.2015 unterzeichnet.", "2015-03-12")]
    [InlineData("es", "España y Japón firmaron un acuerdo de cooperación militar el 8 de enero de 2017.", "2017-01-08")]
    [InlineData("es", "España y Japón firmaron el lunes un acuerdo de cooperación militar.", "2017-01-09")]
    [InlineData("it", "Italia e Giappone hanno firmato un accordo di cooperazione militare l'8 gennaio 2017.", "2017-01-08")]
    [InlineData("it", "Italia e Giappone hanno firmato lunedì un accordo di cooperazione militare.", "2017-01-09")]
    [InlineData("pt", "Brasil e Japão assinaram um acordo de cooperação militar em 8 de janeiro de 2017.", "2017-01-08")]
    [InlineData("pt", "Brasil e Japão assinaram na segunda-feira um acordo de cooperação militar.", "2017-01-09")]
    [InlineData("nl", "Nederland en Japan hebben op 8 januari 2017 een defensieverdrag ondertekend.", "2017-01-08")]
    [InlineData("nl", "Nederland en Japan hebben maandag een defensieverdrag ondertekend.", "2017-01-09")]
    [InlineData("pl", "Polska i Japonia podpisały 8 stycznia 2017 r. umowę o współpracy wojskowej.", "2017-01-08")]
    [InlineData("pl", "Polska i Japonia podpisały w poniedziałek umowę o współpracy wojskowej.", "2017-01-09")]
    [InlineData("ru", "Россия и Индия подписали соглашение о военном сотрудничестве 8 января 2017 года.", "2017-01-08")]
    [InlineData("ru", "Россия и Индия в понедельник подписали соглашение о военном сотрудничестве.", "2017-01-09")]
    [InlineData("ru", "Россия и Индия подписали соглашение о военном сотрудничестве в 2015 году.", "2015")]
    [InlineData("tr", "Türkiye ve Japonya 8 Ocak 2017 tarihinde askeri iş birliği anlaşması imzaladı.", "2017-01-08")]
    [InlineData("tr", "Türkiye ve Japonya pazartesi günü askeri iş birliği anlaşması imzaladı.", "2017-01-09")]
    [InlineData("ar", "وقعت فرنسا واليابان اتفاقية تعاون عسكري في 8 يناير 2017.", "2017-01-08")]
    [InlineData("ar", "وقعت فرنسا واليابان اتفاقية تعاون عسكري يوم الاثنين.", "2017-01-09")]
    [InlineData("ja", "日本とフランスは2017年1月8日、物品役務相互提供協定に署名した。", "2017-01-08")]
    [InlineData("ja", "日本とフランスは8日、物品役務相互提供協定に署名した。", "2017-01-08")]
    [InlineData("ja", "日本とフランスは昨年12月、物品役務相互提供協定に署名した。", "2016-12")]
    [InlineData("zh", "日本和法国2017年1月8日签署了防务合作协议。", "2017-01-08")]
    [InlineData("zh", "日本和法国周一签署了防务合作协议。", "2017-01-09")]
    [InlineData("ko", "한국과 일본은 2017년 1월 8일 군사정보보호협정에 서명했다.", "2017-01-08")]
    [InlineData("ko", "한국과 일본은 8일 군사정보보호협정에 서명했다.", "2017-01-08")]
    [InlineData("ko", "한국과 일본은 지난해 12월 군사정보보호협정에 서명했다.", "2016-12")]
    public void The_day_of_a_stage_is_read_as_exactly_as_it_is_told(string language, string text, string? day)
    {
        var found = Read(text, language);
        Assert.Equal(day, Told(found));
        Assert.Equal(day is not null, found.Evidence.Any(evidence => evidence.Rule.StartsWith("date:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Japan and France will sign an acquisition and cross-servicing agreement on Friday.", AgreementStage.AgreedInPrinciple, "2017-01-13")]
    [InlineData("Japan and France will sign an acquisition and cross-servicing agreement on 5 March.", AgreementStage.AgreedInPrinciple, "2017-03-05")]
    [InlineData("Japan and France concluded talks on an acquisition and cross-servicing agreement on Friday.", AgreementStage.AgreedInPrinciple, "2017-01-06")]
    public void A_planned_day_is_the_next_one_and_a_past_one_the_latest(string text, AgreementStage stage, string day)
    {
        var found = Read(text, "en");
        Assert.Equal((stage, day), (found.Stage, Told(found)));
    }

    [Theory]
    [InlineData("the dateline", "TOKYO, Jan. 10 (Kyodo) -- Japan and France signed an acquisition and cross-servicing agreement.", null)]
    [InlineData("another stage's day", "Japan's parliament ratified an acquisition and cross-servicing agreement with France signed on 5 May 2016.", null)]
    [InlineData("a day to come of a past stage", "Japan and France signed an acquisition and cross-servicing agreement. It will run until 5 May 2027.", null)]
    [InlineData("another clause's year", "Britain's troops stayed in Brunei after independence in 1984 and the defence agreement with Brunei was renewed.", null)]
    [InlineData("the treaty's own day", "Russia terminated the defence cooperation agreement with Germany of 8 April 1996.", null)]
    [InlineData("a number of troops", "Japan and France signed an acquisition and cross-servicing agreement for 2000 soldiers.", null)]
    [InlineData("may the verb", "Japan and France signed an acquisition and cross-servicing agreement that may help both.", null)]
    public void Other_days_are_left_alone(string what, string text, string? day)
    {
        var told = Told(Read(text, "en"));
        Assert.True(told == day, $"{what}: {told}");
    }

    [Fact]
    public void Of_two_stages_each_has_its_own_day()
    {
        var found = Read("The acquisition and cross-servicing agreement of Japan and France, signed on 5 May 2015, entered into force on 2 January 2017.", "en");
        Assert.Equal(found.Stage == AgreementStage.Signed ? "2015-05-05" : "2017-01-02", Told(found));
    }

    [Fact]
    public void Agreements_in_a_list_have_each_its_own_year()
    {
        var verdict = Classify(
            "India and the United States agreed on Monday to begin talks on a reciprocal access agreement.\n"
            + "India has signed the COMCASA with the United States in 2014 and the BECA with the United States in 2016.",
            "en");
        Assert.Equal("2014", Told(Assert.Single(verdict.Agreements, found => found.Type == AgreementType.CommunicationsSecurity)));
        Assert.Equal("2016", Told(Assert.Single(verdict.Agreements, found => found.Type == AgreementType.Geospatial)));
    }

    [Fact]
    public void A_year_beside_another_agreement_is_not_taken()
    {
        var verdict = Classify(
            "India and the United States agreed on Monday to begin talks on a reciprocal access agreement.\n"
            + "Two pacts have been signed by India and the United States already: LEMOA in 2016, on logistics and fuel, and COMCASA.",
            "en");
        Assert.Equal("2016", Told(Assert.Single(verdict.Agreements, found => found.Type == AgreementType.LogisticsSupport)));
        Assert.Null(Told(Assert.Single(verdict.Agreements, found => found.Type == AgreementType.CommunicationsSecurity)));
    }

    [Fact]
    public void Without_the_articles_day_only_full_dates_are_read()
    {
        Assert.Null(Told(Read("Japan and France signed an acquisition and cross-servicing agreement on Monday.", "en", published: false)));
        Assert.Equal("2017-01-08", Told(Read("Japan and France signed an acquisition and cross-servicing agreement on 8 January 2017.", "en", published: false)));
    }

    [Fact]
    public void The_article_counts_days_where_it_was_written()
        => Assert.Equal("2017-01-10", Told(Assert.Single(new AgreementClassifier().Classify(
            new("", "Japan and France signed an acquisition and cross-servicing agreement today.")
            {
                Published = new(2017, 1, 10, 1, 0, 0, TimeSpan.FromHours(9)),
            }).Agreements)));

    [Fact]
    public void A_sentence_of_nothing_but_dates_costs_little()
    {
        var dates = string.Concat(Enumerable.Repeat("8 January 2017 Monday 2017年1月8日 in 2015 ", 20_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Read("Japan and France signed an acquisition and cross-servicing agreement " + dates, "en");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    private static FoundAgreement Read(string text, string language, bool published = true) => Classify(text, language, published).Agreements[0];

    private static Classification Classify(string text, string language, bool published = true)
        => new AgreementClassifier().Classify(new("", text) { Language = language, Published = published ? Published : null });

    private static string? Told(FoundAgreement found)
        => found.Date is { } date ? new ToldDay(date, found.DateGrain).ToString() : null;
}
