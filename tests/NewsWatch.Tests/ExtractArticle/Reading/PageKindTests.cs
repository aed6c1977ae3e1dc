using NewsWatch.ExtractArticle.Reading;

namespace NewsWatch.Tests.ExtractArticle.Reading;

/// <summary>
/// Small pages that stand in an article's stead, in the languages of the press; and articles that only speak of such things.
/// </summary>
public sealed class PageKindTests
{
    private static readonly Uri Address = new("https://harbourpost.example/2025/03/04/ports");

    [Theory]
    [InlineData("Just a moment...", "Checking your browser before you reach the page.", PageKind.BotWall)]
    [InlineData("Доступ ограничен", "Подтвердите, что вы не робот, и нажмите на кнопку.", PageKind.BotWall)]
    [InlineData("確認", "ロボットではありませんという欄に印を付けてください。", PageKind.BotWall)]
    [InlineData("Weryfikacja", "Potwierdź, że nie jesteś robotem, aby przejść dalej na stronę gazety.", PageKind.BotWall)]
    [InlineData("안내", "요청하신 페이지를 찾을 수 없습니다. 주소를 다시 확인해 주세요.", PageKind.Error)]
    [InlineData("Seite nicht gefunden", "Die angeforderte Seite gibt es hier nicht mehr. Bitte nutzen Sie die Suche.", PageKind.Error)]
    [InlineData("Erreur", "La page demandée a été déplacée ou n'est plus en ligne.", PageKind.Error)]
    [InlineData("Aviso", "La página solicitada ya no está disponible en este periódico.", PageKind.Error)]
    [InlineData("الصفحة غير موجودة", "الصفحة التي تبحث عنها ليست هنا.", PageKind.Error)]
    [InlineData("Der Hafenbote", "Lesen Sie weiter mit Werbung: wir und unsere Partner verarbeiten Daten. Jetzt zustimmen oder mit Werbung weiterlesen.", PageKind.Consent)]
    [InlineData("Le Courrier du port", "Nous et nos partenaires déposons des traceurs. Accepter et continuer, ou continuer sans accepter.", PageKind.Consent)]
    [InlineData("Havneposten", "Vi bruger cookies til at vise indhold. Vælg her, hvad du vil tillade.", PageKind.Consent)]
    [InlineData("港の新聞", "このサイトではcookieを使用します。続けるには同意してください。", PageKind.Consent)]
    [InlineData("Identifiez-vous", "Saisissez votre adresse et votre mot de passe. Mot de passe oublié ?", PageKind.Login)]
    [InlineData("Вход", "Войдите, чтобы читать газету дальше. Забыли пароль?", PageKind.Login)]
    [InlineData("Limanposta", "Okumaya devam etmek için giriş yapın. Şifremi unuttum.", PageKind.Login)]
    public void Page_in_the_articles_stead_is_told_apart(string title, string text, PageKind kind)
        => Assert.Equal(kind, Read($"<title>{title}</title>", $"<h1>{title}</h1><p>{text}</p>").Kind);

    [Theory]
    [InlineData("Für Abonnenten: bitte um weiterzulesen ein Abo abschließen.")]
    [InlineData("La suite est réservée aux abonnés du journal.")]
    [InlineData("Contenido exclusivo para suscriptores.")]
    [InlineData("Vil du lese mer? Denne saken er kun for abonnenter.")]
    [InlineData("この記事は会員限定です。残り文字数：1200")]
    [InlineData("이 기사는 구독자 전용입니다.")]
    [InlineData("Ten artykuł jest tylko dla prenumeratorów.")]
    [InlineData("Эта статья доступна только по подписке.")]
    public void Beginning_before_a_paywall_is_partial(string offer)
        => Assert.Equal(PageKind.Partial, Read(
            """<meta property="og:type" content="article">""",
            $"""
            <article><h1>Norland and Westmark open their ports</h1><div class="article-body">
            <p>The defence ministers of Norland and Westmark signed an agreement on Tuesday that lets their forces use each other's ports and fuel depots.</p>
            <p>The accord, which took four years to negotiate, enters into force once both parliaments have given their consent.</p></div>
            <div class="paywall-offer"><p>{offer}</p></div></article>
            """).Kind);

    [Theory]
    [InlineData("Troops back from the north")]
    [InlineData("Sailors forbidden from the old quay")]
    [InlineData("Minister: 404 days without a treaty")]
    [InlineData("Login row ends in court")]
    public void Short_article_whose_headline_has_such_a_word_is_an_article(string title)
        => Assert.Equal(PageKind.Article, Read(
            $"<title>{title} | The Harbour Post</title>",
            $"""
            <main><h1>{title}</h1>
            <p>The last soldiers of the northern exercise came home to Norhaven on Friday, the ministry said, after five weeks at the bases of Westmark.</p>
            <p>They had trained with the crews of both navies, and a second exercise is to follow in the autumn, if the two parliaments agree.</p></main>
            """).Kind);

    [Theory]
    [InlineData("https://consent.harbourpost.example/collect?back=1", "Aithníonn sinn do rogha. Roghnaigh thíos cad is mian leat a cheadú.", "")]
    [InlineData("https://harbourpost.example/cookie-consent/", "Deugemer mat. Dibabit amañ petra a c'hell bezañ dalc'het.", "")]
    [InlineData("https://harbourpost.example/news", "Deugemer mat. Dibabit amañ petra a c'hell bezañ dalc'het ganeomp.", "<form action='/save'><input name='gdprConsent' type='hidden'><button>Ya</button></form>")]
    public void Consent_page_is_told_by_its_place_or_form_in_any_language(string address, string text, string form)
        => Assert.Equal(PageKind.Consent, PageReader.Read($"<title>Harbour</title><h1>Harbour</h1><p>{text} {text} {text}</p>{form}", new(address)).Kind);

    [Theory]
    [InlineData("<script src='https://challenges.cloudflare.com/turnstile/v0/api.js'></script>")]
    [InlineData("<script>window._cf_chl_opt={};</script>")]
    [InlineData("<iframe src='https://geo.captcha-delivery.com/captcha/'></iframe>")]
    [InlineData("<form id='challenge-form' action='/x'><button>OK</button></form>")]
    public void Challenge_is_told_by_its_script_in_any_language(string machinery)
        => Assert.Equal(PageKind.BotWall, Read(
            "<title>Gortozit</title>", $"<h1>Gortozit</h1><p>Emaomp o wiriañ ho kevreadenn. Ne bado ket pell, ha goude e viot kaset d'ar bajenn.</p>{machinery}").Kind);

    [Fact]
    public void Article_with_a_challenge_script_at_its_foot_is_an_article()
        => Assert.Equal(PageKind.Article, Read(
            "<title>Ports open</title>",
            "<main><h1>Ports open</h1>" + string.Concat(Enumerable.Range(1, 8).Select(part => $"""
                <p>On day {part} of the talks the ministers of Norland and Westmark agreed on the fees of the quays, and on who may land there without leave.</p>
                """)) + "</main><form action='/comment'><script src='https://www.google.com/recaptcha/api.js'></script></form>").Kind);

    [Fact]
    public void Timed_entries_under_a_title_of_a_live_blog_are_one()
        => Assert.Equal(PageKind.LiveBlog, Read(
            "<title>Summit in Norhaven: live updates</title>",
            "<main><h1>Summit in Norhaven: live updates</h1>" + string.Concat(Enumerable.Range(1, 9).Select(hour => $"""
                <section class="entry"><time datetime="2025-03-04T{hour:00}:10:00Z">{hour}.10</time><h2>Entry number {hour} of the day</h2>
                <p>The ministers talked for the {hour}th hour, and their spokesmen told reporters in the hall that the text of the accord was nearly done.</p></section>
                """)) + "</main>").Kind);

    [Fact]
    public void Article_that_speaks_of_walls_and_errors_is_an_article()
        => Assert.Equal(PageKind.Article, Read(
            """<meta property="og:type" content="article"><title>Why “page not found” is the news of the day</title>""",
            "<article><h1>Why “page not found” is the news of the day</h1>" + string.Concat(Enumerable.Range(1, 6).Select(part => $"""
                <p>Readers of the ministry's site met the words “page not found” for the {part}th day, and a notice that asked them to verify you are human,
                said an official in Norhaven, who added that nobody had meant to hide the text of the accord from the public.</p>
                """)) + "</article>").Kind);

    private static PageReading Read(string head, string body)
        => PageReader.Read($"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>", Address);
}
