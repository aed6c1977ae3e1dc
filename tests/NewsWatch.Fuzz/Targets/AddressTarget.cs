using System.Text;
using NewsWatch.Fetching;
using NewsWatch.Fetching.Hops;
using NewsWatch.Fetching.Robots;
using NewsWatch.PollFeeds.Addresses;
using NewsWatch.Text;

namespace NewsWatch.Fuzz.Targets;

/// <summary>An address as somebody wrote it.</summary>
internal sealed class AddressTarget : IFuzzTarget
{
    private static readonly Uri Document = new("https://news.example/world/");

    public string Name => "address";

    public string Dictionary => "address";

    public void Read(byte[] input)
    {
        var written = Encoding.UTF8.GetString(input);
        Promise.That(ShownAddress.In(ShownAddress.In(written)) == ShownAddress.In(written), "what may be shown may be shown");
        foreach (var address in new[] { TypedAddress.Read(written), TypedAddress.Resolve(Document, written) }.OfType<Uri>())
        {
            Promise.Web(address, "an address");
            _ = ShownAddress.Of(address);
            _ = RobotsPath.OfAddress(address);
            _ = HostName.Of(address);
            CheckCanonical(CanonicalAddress.Of(address));
            var again = TypedAddress.Read(address.AbsoluteUri);
            Promise.That(
                again is null || CanonicalAddress.Of(again) == CanonicalAddress.Of(address),
                $"an address and its written form are one: {address.AbsoluteUri}");
        }
    }

    /// <summary>What holds of every canonical address.</summary>
    public static void CheckCanonical(Uri canonical)
    {
        Promise.Web(canonical, "a canonical address");
        Promise.That(canonical.UserInfo.Length == 0, $"a canonical address has no user: {canonical}");
        Promise.That(
            canonical.Fragment.Length == 0 || canonical.Fragment.StartsWith("#!", StringComparison.Ordinal),
            $"a canonical address has no fragment: {canonical}");
        Promise.That(
            CanonicalAddress.Of(canonical).AbsoluteUri == canonical.AbsoluteUri,
            $"a canonical address is its own: {canonical.AbsoluteUri} becomes {CanonicalAddress.Of(canonical).AbsoluteUri}");
        Promise.That(
            !HostName.CanBeAsked(canonical) || AskableAddress.Refuse(canonical) is null || canonical.AbsoluteUri.Length > Bound.Address,
            $"an address of the web can be asked for: {canonical}");
    }
}
