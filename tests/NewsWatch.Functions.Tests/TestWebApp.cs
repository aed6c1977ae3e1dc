using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWatch.Storage;

namespace NewsWatch.Functions.Tests;

/// <summary>The app's services behind a server that, as the Worker's does, finds the catch-all function's route and calls it.</summary>
internal sealed class TestWebApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;

    private TestWebApp(WebApplication app, string folder)
    {
        this.app = app;
        this.folder = folder;
        Browser = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = new(app.Urls.Single()) };
    }

    public HttpClient Browser { get; }

    public static async Task<TestWebApp> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("newswatch-functions-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration["NewsWatchStorage"] = "UseDevelopmentStorage=true";
        builder.Configuration["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development";
        builder.Services.AddNewsWatchFunctions(builder.Configuration);
        builder.Services.AddLocalStorage(folder);
        var app = builder.Build();
        var function = ActivatorUtilities.CreateInstance<Review>(app.Services);
        app.Map(FunctionDefinition.All.Single(definition => definition.Http is not null).Http!.Route!, function.RunAsync);
        await app.StartAsync();
        return new(app, folder);
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
