using CsCheck;
using NewsWatch.PollFeeds.Addresses;

namespace NewsWatch.Tests.PollFeeds.Addresses;

/// <summary>What holds of canonical addresses whatever the address; a failure prints its seed.</summary>
public sealed class CanonicalAddressPropertyTests
{
    private const int Rounds = 2_000;

    private static readonly Gen<string> Host = Gen.OneOf(
        "news.example", "www.news.example", "m.news.example", "amp.m.news.example", "bücher.example", "xn--bcher-kva.example", "192.0.2.7", "[2001:db8::1]",
        "news-example.cdn.ampproject.org", "www.google.com", "news-example.translate.goog", "a_b.example", "xn--a.example");

    private static readonly Gen<string> Path = Gen.OneOf(
        "story", "amp", "a.amp.html", "c", "s", "%2F", "%c3%bc", "ü", "(S(abcdefghij))", "x;jsessionid=1", "..", ".", "", "amp.news.example", "url", "A B")
        .Array[0, 6].Select(parts => "/" + string.Join('/', parts));

    private static readonly Gen<string[]> Own = Gen.OneOf("id=7", "ID=8", "q=a%26b", "url=https%3A%2F%2Fother.example%2Fa%2Famp", "page", "q=").Array[0, 4];

    private static readonly Gen<string[]> Tracking = Gen.OneOf("utm_source=rss", "UTM_Medium=x", "fbclid=1", "gclid=2", "utm_term").Array[1, 4];

    [Fact]
    public void A_canonical_address_is_its_own()
        => Gen.Select(Gen.OneOf("http", "https", "HTTPS"), Host, Gen.OneOf("", ":80", ":443", ":8080", ":0"), Path, Own, Gen.OneOf("", "#top", "#!/a"))
            .Where((scheme, host, port, path, own, fragment) => Uri.TryCreate($"{scheme}://{host}{port}{path}?{string.Join('&', own)}{fragment}", UriKind.Absolute, out _))
            .Sample(
                (scheme, host, port, path, own, fragment) =>
                {
                    var canonical = CanonicalAddress.Of(new($"{scheme}://{host}{port}{path}?{string.Join('&', own)}{fragment}"));
                    Assert.Equal(canonical.AbsoluteUri, CanonicalAddress.Of(canonical).AbsoluteUri);
                    Assert.Equal("", canonical.UserInfo);
                },
                iter: Rounds);

    [Fact]
    public void Case_of_the_host_default_port_user_fragment_and_tracking_wherever_it_stands_change_nothing()
        => Gen.Select(Gen.OneOf("http", "https"), Host, Path, Own, Tracking, Gen.Int[0, int.MaxValue])
            .Sample(
                (scheme, host, path, own, tracking, order) =>
                {
                    var plain = new Uri($"{scheme}://{host}{path}?{string.Join('&', own)}");
                    var mixed = own.ToList();
                    foreach (var parameter in tracking)
                        mixed.Insert(order % (mixed.Count + 1), parameter);
                    var port = scheme == "http" ? 80 : 443;
                    var other = new Uri($"{scheme.ToUpperInvariant()}://reader:secret@{host.ToUpperInvariant()}:{port}{path}?{string.Join('&', mixed)}#part");
                    Assert.Equal(CanonicalAddress.Of(plain).AbsoluteUri, CanonicalAddress.Of(other).AbsoluteUri);
                },
                iter: Rounds);
}
