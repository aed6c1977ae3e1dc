namespace NewsWatch.Review.Layout;

/// <summary>Addresses that a form or a link carries along: only those of this site are followed.</summary>
internal static class LocalAddress
{
    /// <summary>The address where it is a path of this site; null for anything else.</summary>
    public static string? Of(string? address)
        => address is ['/', not ('/' or '\\'), ..] or "/" && !address.AsSpan().ContainsAnyInRange('\0', '\u001F') ? address : null;
}
