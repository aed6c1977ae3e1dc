using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace NewsWatch.Review.Security;

/// <summary>Who decides: the signed-in user where a host in front tells, else the name the reviewer gives.</summary>
internal sealed class Reviewer(IOptions<ReviewOptions> options)
{
    /// <summary>Longest name kept, in UTF-16 code units.</summary>
    public const int MaxLength = 100;

    /// <summary>The signed-in user; null where reviewers give their own name.</summary>
    public string? SignedIn(HttpContext context)
        => options.Value.UserHeader is { Length: > 0 } header ? Short(context.Request.Headers[header].ToString()) : null;

    /// <summary>The name to propose in the form: the user the program runs as.</summary>
    public static string Proposed => Short(Environment.UserName);

    /// <summary>The name to record: signed in, given, or proposed.</summary>
    public string Name(HttpContext context, string? given)
        => SignedIn(context) ?? (string.IsNullOrWhiteSpace(given) ? Proposed : Short(given));

    private static string Short(string name) => name.Trim() is var trimmed && trimmed.Length > MaxLength ? trimmed[..MaxLength] : trimmed;
}
