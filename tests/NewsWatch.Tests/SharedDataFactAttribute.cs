namespace NewsWatch.Tests;

/// <summary>A fact that is skipped, saying so, where the measuring data it needs is not beside the checkout.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    /// <param name="path">Path below <c>../shared</c>.</param>
    public SharedDataFactAttribute(string path)
    {
        if (!Path.Exists(RepositoryFolder.Shared(path.Split('/'))))
            Skip = $"needs ../shared/{path}";
    }
}
