using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsWatch.Review.Layout;

/// <summary>Answers that are pages.</summary>
internal static class Page
{
    public static RazorComponentResult<T> Of<T>(params ReadOnlySpan<(string Name, object? Value)> parameters)
        where T : IComponent
    {
        var values = new Dictionary<string, object?>(parameters.Length, StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
            values.Add(name, value);
        return new(values);
    }

    public static RazorComponentResult<MessagePage> NotFound() => Message(
        StatusCodes.Status404NotFound, "Not found", "There is nothing at this address. The article may have been found by another installation.");

    public static RazorComponentResult<MessagePage> Message(int status, string heading, string message)
    {
        var page = Of<MessagePage>((nameof(MessagePage.Heading), heading), (nameof(MessagePage.Message), message));
        page.StatusCode = status;
        return page;
    }
}
