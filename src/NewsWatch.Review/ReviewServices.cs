using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsWatch.Review.Accuracy;
using NewsWatch.Review.Agreements;
using NewsWatch.Review.Api;
using NewsWatch.Review.Articles;
using NewsWatch.Review.Feeds;
using NewsWatch.Review.Health;
using NewsWatch.Review.Inbox;
using NewsWatch.Review.Search;
using NewsWatch.Review.Security;
using NewsWatch.SettingsCheck;
using NewsWatch.Storage;

namespace NewsWatch.Review;

/// <summary>Registers the review site. The host adds the stages and a store beside it.</summary>
public static class ReviewServices
{
    /// <summary>Adds what <see cref="ReviewEndpoints.MapReview"/> needs; options come from section <c>NewsWatch:Review</c>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="isBeyondMachine">
    /// True where other machines can reach the site: it then answers only those whom the platform or the site itself has signed in.
    /// </param>
    public static IServiceCollection AddReview(this IServiceCollection services, IConfiguration configuration, bool isBeyondMachine = false)
    {
        services.AddOptions<ReviewOptions>()
            .Bind(configuration.GetSection(ReviewOptions.Section))
            .Validate(options => options.PageSize is >= 1 and <= 500, $"{ReviewOptions.Section}:{nameof(ReviewOptions.PageSize)} must be 1 to 500.")
            .Validate(
                options => options.Key is null or { Length: >= 20 },
                $"{ReviewOptions.Section}:{nameof(ReviewOptions.Key)} must have 20 characters at least.")
            .Validate(
                options => options.FeedToken is null or { Length: >= 20 } && (options.FeedToken is null || options.FeedToken != options.Key),
                $"{ReviewOptions.Section}:{nameof(ReviewOptions.FeedToken)} must have 20 characters at least, and not be the key.")
            .Validate(
                options => options.Accounts.All(account => account.Key.Length <= Reviewer.MaxLength && SignIn.IsHash(account.Value.Password)),
                $"{ReviewOptions.Section}:{nameof(ReviewOptions.Accounts)}: give each account a Password as 'newswatch account' writes it.")
            .Validate(
                options => options.SignInProxy.Fault is null,
                $"{ReviewOptions.Section}:{nameof(ReviewOptions.SignInProxy)}: give Networks such as 10.1.0.4/32, and as Header the name of one.")
            .ValidateOnStart();
        services.AddSettingsOf(typeof(ReviewServices).Assembly);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ProblemJson.Default));
        services.AddSingleton<NextToReview>();
        services.AddSingleton<ArticleDesk>();
        services.AddSingleton<ReviewIndex>();
        services.AddSingleton<IndexSnapshot>();
        services.AddSingleton<ArticleSearch>();
        services.AddHostedService<IndexKeeper>();
        services.AddSingleton<InboxReader>();
        services.AddSingleton<InboxDecisions>();
        services.AddSingleton<SavedViewStore>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton(new ReviewExposure(isBeyondMachine));
        services.AddSingleton(provider => new SignIn(
            provider.GetRequiredService<IOptions<ReviewOptions>>(),
            provider.GetRequiredService<ReviewExposure>(),
            configuration,
            provider.GetRequiredService<IDataProtectionProvider>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AgreementIndex>();
        services.AddSingleton<DossierEndpoints>();
        services.AddEntryCounts();
        services.AddHostedService<EntryGauge>();
        services.AddSingleton<Probes>();
        services.AddSingleton<DecidedReadings>();
        services.AddSingleton<HealthDesk>();
        services.AddSingleton<FeedDesk>();
        services.AddSingleton<FeedEndpoints>();
        services.AddSingleton<FeedAdding>();
        services.AddSingleton<Reviewer>();
        services.AddRouting();
        // Over https too: what a page keeps secret, the token of its forms, is written anew each time, and no other site's request carries a cookie.
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddReviewApi();
        services.AddRazorComponents();
        services.AddAntiforgery(Guard);
        AddKeys(services);
        return services;
    }

    private static void Guard(AntiforgeryOptions options)
    {
        options.Cookie.Name = "newswatch-review";
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SuppressXFrameOptionsHeader = true;
    }

    /// <summary>One key ring in the blob store, so that a form served by one instance can be posted to another.</summary>
    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("NewsWatch");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new BlobKeyRing(provider.GetRequiredService<IBlobs>(), provider.GetRequiredService<DamagedRecords>())));
        // The manager warns of keys kept in the clear. They guard a form against other sites, and who can read the store needs no form.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
    }
}
