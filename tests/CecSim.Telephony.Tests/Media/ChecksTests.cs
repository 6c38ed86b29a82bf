namespace CecSim.Telephony.Tests.Media;

/// <summary>Checks that are not as a browser writes them: RFC 8445 section 7 and RFC 8489 sections 6 and 14.</summary>
public sealed class ChecksTests : IAsyncDisposable
{
    private const StunAttribute Optional = (StunAttribute)0xC0DE;

    private readonly GatewayUnderTest _test = new();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Theory]
    [InlineData(100)]
    [InlineData(1196)]
    [InlineData(1200)]
    [InlineData(1252)]
    [InlineData(1472)]
    [InlineData(StunMessage.LengthMax)]
    public async Task A_signed_check_of_any_size_that_comes_whole_is_answered(int length)
    {
        var peer = NewPeer();

        var answer = await peer.CheckAsync(w =>
        {
            // Before the padding stand its own header, the signature and the checksum.
            var left = length - w.Length - 4 - 24 - 8;
            w.Add(Optional, new byte[left]);
            return w;
        });

        Assert.True(StunMessage.TryRead(answer, out var message));
        Assert.Equal(StunType.BindingSuccess, message.Type);
        Assert.Contains(peer.Sent, d => d.Length == length);
    }

    [Fact]
    public async Task Attributes_that_must_be_understood_and_are_not_are_named_all()
    {
        var peer = NewPeer();

        var answer = await peer.CheckAsync(w =>
        {
            w.Add((StunAttribute)0x7001, [1]);
            w.Add(Optional, [2, 3, 4, 5, 6]);
            w.Add((StunAttribute)0x0033, []);
            return w;
        });

        Assert.True(StunMessage.TryRead(answer, out var message));
        Assert.Equal(420, message.ErrorCode);
        Assert.Contains("000A000470010033", Convert.ToHexString(answer), StringComparison.Ordinal);
        Assert.Equal(0, _test.Gateway.Counts.Addresses);
    }

    [Theory]
    [InlineData(0x0014)]
    [InlineData(0x0015)]
    [InlineData(0x001D)]
    [InlineData(0x8022)]
    [InlineData(0xC057)]
    public async Task Attributes_that_say_nothing_to_a_check_do_no_harm(int type)
    {
        var peer = NewPeer();

        var answer = await peer.CheckAsync(w =>
        {
            w.Add((StunAttribute)type, [1, 2, 3]);
            return w;
        });

        Assert.True(StunMessage.TryRead(answer, out var message));
        Assert.Equal(StunType.BindingSuccess, message.Type);
    }

    [Fact]
    public async Task A_check_that_is_signed_is_answered_without_its_checksum()
    {
        var peer = NewPeer();

        var answer = await peer.CheckAsync(w => w, withFingerprint: false);

        Assert.True(StunMessage.TryRead(answer, out var message));
        Assert.Equal(StunType.BindingSuccess, message.Type);
        Assert.True(message.HasFingerprint);
    }

    [Fact]
    public async Task A_check_without_checksum_that_nobody_expects_gets_no_answer()
    {
        var peer = NewPeer();
        peer.SendRaw(peer.Check(w => w, withFingerprint: false, password: "a-wrong-password-of-some-length"));

        await peer.CheckAsync();

        Assert.Equal(1, _test.Gateway.Counts.UnmatchedPackets);
    }

    private TestPeer NewPeer()
    {
        var peer = _test.NewPeer();
        peer.Take(GatewayUnderTest.Accepted(_test.Gateway.Accept(peer.Offer.ToString())).Sdp);
        return peer;
    }
}
