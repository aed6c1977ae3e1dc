using System.Net.Http.Json;
using System.Text.Json;
using NewsWatch.Tests.Review;

namespace NewsWatch.Tests.Docs;

public sealed class ApiReferenceTests
{
    [Fact]
    public async Task The_page_tells_the_calls_that_the_desk_answers()
    {
        await using var site = await TestSite.StartAsync();
        var document = await site.Browser.GetFromJsonAsync<JsonElement>("/openapi.json");
        await GeneratedPage.CheckAsync("api.md", new ApiReference(document).Write());
    }
}
