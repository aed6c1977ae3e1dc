using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Review;
using NewsWatch.Storage;

namespace NewsWatch.Tests.Review;

/// <summary>The review site on a free port of the loopback address, over blobs in memory, at noon of 10 March 2026.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestSite(WebApplication app, MemoryBlobs blobs)
    {
        this.app = app;
        Blobs = blobs;
        Browser = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = new(app.Urls.Single()) };
    }

    public static DateTimeOffset Now { get; } = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public MemoryBlobs Blobs { get; }

    public HttpClient Browser { get; }

    public static async Task<TestSite> StartAsync(MemoryBlobs? blobs = null, params (string Key, string Value)[] settings)
    {
        blobs ??= new();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        builder.Services.AddSingleton<IBlobs>(blobs);
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now));
        builder.Services.AddSingleton<ArticleStore>();
        builder.Services.AddSingleton<Journal>();
        builder.Services.AddReview(builder.Configuration);
        var app = builder.Build();
        app.MapReview();
        await app.StartAsync();
        return new(app, blobs);
    }

    /// <summary>Stores an article and the line of its outcome, as the stages do.</summary>
    public async Task<Article> AddAsync(Article article, DateTimeOffset? at = null)
    {
        await new ArticleStore(Blobs).CreateAsync(article, default);
        var primary = article.Classification is { Agreements: [var first, ..] } ? first : null;
        await new Journal(Blobs).AppendAsync(
            new JournalEntry(JournalKind.Outcome, at ?? Now.AddHours(-1), article.Id, article.Content?.Title ?? "", article.Address)
            {
                State = article.State,
                Reason = article.Reason,
                Score = article.Classification?.Score,
                Borderline = article.Classification?.Borderline == true,
                Type = primary?.Type,
                Parties = primary?.Parties,
                Stage = primary?.Stage,
                Language = article.Content?.Language,
                Site = article.Content?.Site,
            },
            default);
        return article;
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await app.DisposeAsync();
    }
}
