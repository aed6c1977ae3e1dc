namespace NewsWatch.Review.Security;

/// <summary>An account of the site's own, section <c>NewsWatch:Review:Accounts:{name}</c>.</summary>
public sealed class AccountOptions
{
    /// <summary>The password as <c>newswatch account</c> writes it: a salted hash, never the password.</summary>
    public string Password { get; set; } = "";

    /// <summary>What the person may do.</summary>
    public Role Role { get; set; } = Role.Reader;
}
