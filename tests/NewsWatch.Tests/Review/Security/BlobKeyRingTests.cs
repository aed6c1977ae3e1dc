using System.Xml.Linq;
using Microsoft.Extensions.Logging.Abstractions;
using NewsWatch.Review.Security;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.Review.Security;

public sealed class BlobKeyRingTests
{
    [Fact]
    public async Task A_torn_key_and_a_foreign_file_are_named_and_the_other_keys_go_on()
    {
        var blobs = new MemoryBlobs(new Crashes());
        var damaged = new DamagedRecords(NullLogger<DamagedRecords>.Instance);
        var ring = new BlobKeyRing(blobs, damaged);
        ring.StoreElement(new XElement("key", new XAttribute("id", "1")), "key-1");
        ring.StoreElement(new XElement("key", new XAttribute("id", "2")), "key-2");
        await blobs.WriteAsync("keys/key-1.xml", "<key id=\"1"u8.ToArray(), WriteCondition.Always, default);
        blobs.Lay("keys/.DS_Store", "not ours"u8);
        Assert.Equal("2", Assert.Single(ring.GetAllElements()).Attribute("id")?.Value);
        Assert.Equal(["keys/.DS_Store", "keys/key-1.xml"], damaged.All.Select(one => one.Name));
    }
}
