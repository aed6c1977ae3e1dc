using Microsoft.AspNetCore.Http;

namespace NewsWatch.Review.Security;

/// <summary>Who decides: the person signed in, else the name the reviewer gives.</summary>
internal sealed class Reviewer(SignIn signIn)
{
    /// <summary>Longest name kept, in UTF-16 code units.</summary>
    public const int MaxLength = 100;

    /// <summary>The signed-in user; null where reviewers give their own name.</summary>
    public string? SignedIn(HttpContext context) => Of(context).Name;

    /// <summary>Who sends the request; it has passed the guard.</summary>
    public Person Of(HttpContext context) => signIn.Of(context) ?? new(null, Role.Reader);

    /// <summary>The name to propose in the form: the user the program runs as.</summary>
    public static string Proposed => Short(Environment.UserName);

    /// <summary>The name to record: signed in, given, or proposed.</summary>
    public string Name(HttpContext context, string? given)
        => SignedIn(context) ?? (string.IsNullOrWhiteSpace(given) ? Proposed : Short(given));

    /// <summary>A name without blanks around it, and no longer than is kept.</summary>
    public static string Short(string name) => name.Trim() is var trimmed && trimmed.Length > MaxLength ? trimmed[..MaxLength] : trimmed;
}
