using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;

namespace NewsWatch.Review.Layout;

/// <summary>Pages for what goes wrong: each says what it means and what to do next. Programs are answered by their own means.</summary>
internal sealed partial class ErrorPages(ILogger<ErrorPages> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context);
        }
        catch (Exception failure) when (!http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            && failure is not OperationCanceledException and not BadHttpRequestException)
        {
            var trace = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
            LogFailed(failure, http.Request.Path, trace);
            return failure switch
            {
                StorageUnavailableException => Page.Message(
                    StatusCodes.Status503ServiceUnavailable,
                    "The store cannot be reached",
                    $"Nothing is lost. See that the disk has room and the account may be used, then reload this page. {failure.Message}"),
                WatchListException => Page.Message(StatusCodes.Status500InternalServerError, "The watch list cannot be read", failure.Message),
                _ => Page.Message(
                    StatusCodes.Status500InternalServerError,
                    "This page could not be made",
                    $"It is no fault of yours. Reload it; if it fails again, tell who runs NewsWatch: the log has it under {trace}."),
            };
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} could not be answered ({Trace})")]
    private partial void LogFailed(Exception failure, string path, string trace);
}
