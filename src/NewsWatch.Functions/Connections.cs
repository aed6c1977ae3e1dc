namespace NewsWatch.Functions;

/// <summary>Names the functions share with the settings.</summary>
internal static class Connections
{
    /// <summary>The store: a connection string, or <c>NewsWatchStorage__blobServiceUri</c> and its kin for an identity.</summary>
    public const string Storage = "NewsWatchStorage";
}
