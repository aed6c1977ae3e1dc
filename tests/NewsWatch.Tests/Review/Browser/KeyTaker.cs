namespace NewsWatch.Tests.Review.Browser;

/// <summary>Who takes a key, as the page itself says on its root.</summary>
internal enum KeyTaker
{
    /// <summary>The page, or the field of it that has the focus.</summary>
    Page,

    /// <summary>A dialog that lies over it.</summary>
    Dialog,
}
