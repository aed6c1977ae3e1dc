using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.Storage;

/// <summary>The double keeps what the stores keep, and reads pieces as the port itself has it.</summary>
public sealed class MemoryBlobsTests : BlobsContract
{
    private readonly MemoryBlobs blobs = new(new());

    internal override Task<IBlobs> OpenAsync() => Task.FromResult<IBlobs>(blobs);
}
