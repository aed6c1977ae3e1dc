using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace NewsWatch.Review.Security;

/// <summary>
/// Tells who sends a request: the platform's signed-in user where App Service Authentication is on, whom the sign-in proxy names, an account
/// of the site's own, who holds its key, or, where the site is bound to the machine alone and has none of these, whoever sits at it.
/// </summary>
public sealed class SignIn
{
    /// <summary>Set by the platform where App Service Authentication is on; only then does its front end set or strip the headers below.</summary>
    public const string PlatformSwitch = "WEBSITE_AUTH_ENABLED";

    /// <summary>
    /// Set by the platform wherever it runs something. Only there is its front end in front: the switch alone, on a machine of one's own,
    /// would have the headers believed from anybody.
    /// </summary>
    public const string PlatformSite = "WEBSITE_SITE_NAME";

    /// <summary>The signed-in user's name.</summary>
    public const string NameHeader = "X-MS-CLIENT-PRINCIPAL-NAME";

    /// <summary>The user's claims as JSON in base64.</summary>
    public const string ClaimsHeader = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>Name of the cookie of who signed in with an account or key.</summary>
    internal const string Cookie = "newswatch-person";

    /// <summary>The name that decisions of a program with the key are recorded under.</summary>
    private const string OfProgram = "key";

    /// <summary>The name of whoever holds the feeds' token.</summary>
    private const string OfFeedReader = "feed reader";

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);
    private static readonly PasswordHasher<string> Hasher = new();
    private static readonly Lazy<string> Unknown = new(() => Hash("nobody"));

    private readonly ReviewOptions options;
    private readonly ReviewExposure exposure;
    private readonly ITimeLimitedDataProtector protector;
    private readonly SignInAttempts attempts;
    private readonly bool isPlatform;

    internal SignIn(
        IOptions<ReviewOptions> options, ReviewExposure exposure, IConfiguration configuration, IDataProtectionProvider protection, TimeProvider time)
    {
        this.options = options.Value;
        this.exposure = exposure;
        protector = protection.CreateProtector("NewsWatch.Review.SignIn").ToTimeLimitedDataProtector();
        attempts = new(time);
        isPlatform = IsPlatform(configuration);
    }

    /// <summary>True where people sign in with an account or key of the site's own.</summary>
    public bool HasOwn => !isPlatform && HasOwnIn(options);

    /// <summary>True where the site answers nobody: it can be reached from elsewhere, and nothing tells people apart.</summary>
    public bool IsClosed => exposure.IsBeyondMachine && !isPlatform && !HasOwn && !options.SignInProxy.IsNamed;

    /// <summary>True where App Service Authentication is on.</summary>
    public static bool IsPlatform(IConfiguration configuration)
        => bool.TryParse(configuration[PlatformSwitch], out var on) && on && configuration[PlatformSite] is { Length: > 0 };

    /// <summary>True where the options have an account or a key.</summary>
    public static bool HasOwnIn(ReviewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Accounts.Count > 0 || options.Key is { Length: > 0 };
    }

    /// <summary>The hash that a setting keeps of a password.</summary>
    public static string Hash(string password) => Hasher.HashPassword("", password);

    /// <summary>True for what <see cref="Hash"/> gives.</summary>
    internal static bool IsHash(string text) => text.Length > 40 && Convert.TryFromBase64String(text, new byte[text.Length], out _);

    /// <summary>True for a request for a feed where feeds have a token.</summary>
    internal bool TakesFeedToken(HttpContext context)
        => options.FeedToken is { Length: > 0 } && context.GetEndpoint()?.Metadata.GetMetadata<ForFeedReaders>() is not null;

    /// <summary>Who sends a request; null for one who is nobody yet.</summary>
    public Person? Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (TakesFeedToken(context))
        {
            if (RequestSecret.Is(options.FeedToken, FeedToken.In(context.Request)))
                return new(OfFeedReader, Role.Reader);
            // The platform lets everyone through to the feeds, and so perhaps a header that nobody but the client has set.
            if (isPlatform)
                return null;
        }
        if (isPlatform)
            return OfPlatform(context.Request.Headers);
        if (options.SignInProxy.NameIn(context) is { Length: > 0 } named)
            return new(named, RoleOf(named));
        if (!HasOwn)
            return exposure.IsBeyondMachine || options.SignInProxy.IsNamed ? null : Person.AtTheMachine;
        if (RequestSecret.Bearer(context.Request) is { } given)
            return IsKey(given) ? new(OfProgram, Role.Analyst) : null;
        return context.Request.Cookies[Cookie] is { } cookie ? OfCookie(cookie) : null;
    }

    /// <summary>Signs a person in with a name and an account's password, or with the site's key; null where neither fits.</summary>
    /// <exception cref="InvalidOperationException">Too many attempts failed: <see cref="IsHeldOff"/> was not asked.</exception>
    internal Person? Enter(HttpContext context, string name, string secret)
    {
        var person = Check(name, secret);
        if (person is null)
        {
            attempts.Fail(name);
            return null;
        }
        attempts.Clear(name);
        context.Response.Cookies.Append(
            Cookie,
            protector.Protect($"{WireName.Of(person.Role)}\n{StampOf(person.Name!)}\n{person.Name}", Lasts),
            new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", MaxAge = Lasts });
        return person;
    }

    /// <summary>True where too many attempts on a name failed of late.</summary>
    internal bool IsHeldOff(string name) => attempts.IsHeldOff(name);

    /// <summary>Signs a person out.</summary>
    internal static void Leave(HttpContext context) => context.Response.Cookies.Delete(Cookie, new() { Path = "/" });

    private Person? Check(string name, string secret)
    {
        if (name.Length > 0 && IsKey(secret))
            return new(Reviewer.Short(name), Role.Analyst);
        // An unknown name takes as long as a wrong password, and so does not tell which names there are.
        var account = options.Accounts.TryGetValue(name, out var known) ? known : null;
        var result = Verify(account?.Password ?? Unknown.Value, secret);
        return account is not null && result ? new(name, account.Role) : null;
    }

    private static bool Verify(string hash, string secret)
    {
        try
        {
            return Hasher.VerifyHashedPassword("", hash, secret) != PasswordVerificationResult.Failed;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private bool IsKey(string given) => RequestSecret.Is(options.Key, given);

    private Person? OfCookie(string cookie)
    {
        try
        {
            return protector.Unprotect(cookie).Split('\n', 3) is [var role, var stamp, var name]
                && stamp == StampOf(name) && WireName.Parse<Role>(role) is { } may
                    ? new(name, options.Accounts.TryGetValue(name, out var account) ? account.Role : may) { CanLeave = true }
                    : null;
        }
        catch (CryptographicException)
        {
            // Another store's cookie, or one that has run out: sign in again.
            return null;
        }
    }

    /// <summary>Changes with the password or key that was signed in with, so that a new one signs everybody out.</summary>
    private string StampOf(string name)
        => ArticleId.Hash(options.Accounts.TryGetValue(name, out var account) ? $"account {account.Password}" : $"key {options.Key}");

    private Person? OfPlatform(IHeaderDictionary headers)
    {
        var name = Reviewer.Short(headers[NameHeader].ToString());
        if (name.Length == 0)
            return null;
        var roles = RolesIn(headers[ClaimsHeader].ToString());
        if (roles.Count > 0)
            return new(name, roles.Contains("analyst", StringComparer.OrdinalIgnoreCase) ? Role.Analyst : Role.Reader);
        return new(name, RoleOf(name));
    }

    private Role RoleOf(string name)
        => options.Analysts.Count == 0 || options.Analysts.Contains(name, StringComparer.OrdinalIgnoreCase) ? Role.Analyst : Role.Reader;

    /// <summary>The app roles <c>reader</c> and <c>analyst</c> among the claims; none where the app gives out none.</summary>
    private static List<string> RolesIn(string principal)
    {
        try
        {
            using var json = JsonDocument.Parse(Convert.FromBase64String(principal));
            return [.. json.RootElement.GetProperty("claims").EnumerateArray()
                .Where(claim => claim.GetProperty("typ").GetString() is "roles" or "http://schemas.microsoft.com/ws/2008/06/identity/claims/role")
                .Select(claim => claim.GetProperty("val").GetString() ?? "")
                .Where(role => WireName.Parse<Role>(role.ToLowerInvariant()) is not null)];
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }
}

/// <summary>From where the site can be reached.</summary>
/// <param name="IsBeyondMachine">True where other machines can reach it.</param>
public sealed record ReviewExposure(bool IsBeyondMachine);
