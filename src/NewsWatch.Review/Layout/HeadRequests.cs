using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace NewsWatch.Review.Layout;

/// <summary>What is answered to GET is answered to HEAD (RFC 9110, 9.3.2); the server leaves the body out.</summary>
internal static class HeadRequests
{
    public static void Answer(EndpointBuilder endpoint)
    {
        for (var index = 0; index < endpoint.Metadata.Count; index++)
            if (endpoint.Metadata[index] is IHttpMethodMetadata { HttpMethods: [var method] } && HttpMethods.IsGet(method))
                endpoint.Metadata[index] = new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]);
    }
}
