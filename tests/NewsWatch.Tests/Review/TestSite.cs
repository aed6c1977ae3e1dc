using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Review;
using NewsWatch.Review.Security;
using NewsWatch.Storage;

namespace NewsWatch.Tests.Review;

/// <summary>The review site on a free port of the loopback address, over a local store, at noon of 10 March 2026.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;
    private readonly bool ownsFolder;

    private TestSite(WebApplication app, string folder, bool ownsFolder, FakeTimeProvider clock)
    {
        Clock = clock;
        this.app = app;
        this.folder = folder;
        this.ownsFolder = ownsFolder;
        Browser = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = new(app.Urls.Single()) };
        Browser.DefaultRequestHeaders.Accept.ParseAdd("text/html,*/*;q=0.8");
    }

    public static DateTimeOffset Now { get; } = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Clock { get; }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Browser { get; }

    public static Task<TestSite> StartAsync(params (string Key, string Value)[] settings) => StartAsync(null, settings);

    /// <summary>Starts it as one that other machines can reach.</summary>
    public static Task<TestSite> StartBeyondAsync(params (string Key, string Value)[] settings) => StartAsync(null, settings, isBeyondMachine: true);

    public IEnumerable<Microsoft.AspNetCore.Http.Endpoint> Endpoints
        => ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints);

    /// <summary>Starts another instance over the same store.</summary>
    public Task<TestSite> StartBesideAsync() => StartAsync(folder, []);

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public T GetNamed<T>(string name)
        where T : notnull => app.Services.GetRequiredKeyedService<T>(name);

    public async Task<(HttpStatusCode Status, string Page)> GetAsync(string address)
    {
        using var answer = await Browser.GetAsync(new Uri(address, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Stores an article and the line of its outcome, as the stages do.</summary>
    public async Task<Article> AddAsync(Article article, DateTimeOffset? at = null)
    {
        await Get<ArticleStore>().CreateAsync(article, default);
        await Get<Journal>().AppendAsync(JournalEntry.OfOutcome(article, at ?? Now.AddHours(-1)), default);
        return article;
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await app.DisposeAsync();
        if (ownsFolder)
            Directory.Delete(folder, recursive: true);
    }

    private static async Task<TestSite> StartAsync(string? shared, (string Key, string Value)[] settings, bool isBeyondMachine = false)
    {
        var folder = shared ?? Directory.CreateTempSubdirectory("newswatch-review-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        // Where the platform signs people in, it has said what the site is called.
        if (settings.Any(setting => setting.Key == SignIn.PlatformSwitch))
            builder.Configuration[SignIn.PlatformSite] = "newswatch";
        var clock = new FakeTimeProvider(Now);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddNewsWatch(builder.Configuration);
        builder.Services.AddLocalStorage(folder);
        builder.Services.AddReview(builder.Configuration, isBeyondMachine);
        var app = builder.Build();
        app.UseResponseCompression();
        app.MapReview();
        await app.StartAsync();
        return new(app, folder, shared is null, clock);
    }
}
