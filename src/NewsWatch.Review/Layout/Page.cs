using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsWatch.Review.Layout;

/// <summary>Answers that are pages.</summary>
internal static class Page
{
    /// <summary>A page with its parameters. Not typed by its page: what is generated from the routes does not see what is generated from pages.</summary>
    public static RazorComponentResult Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        params ReadOnlySpan<(string Name, object? Value)> parameters)
        where T : IComponent
    {
        var values = new Dictionary<string, object?>(parameters.Length, StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
            values.Add(name, value);
        return new RazorComponentResult<T>(values);
    }

    public static RazorComponentResult NotFound() => Message(
        StatusCodes.Status404NotFound, "Not found", "There is nothing at this address. The article may have been found by another installation.");

    public static RazorComponentResult Message(int status, string heading, string message)
    {
        var page = Of<MessagePage>((nameof(MessagePage.Heading), heading), (nameof(MessagePage.Message), message));
        page.StatusCode = status;
        return page;
    }
}
