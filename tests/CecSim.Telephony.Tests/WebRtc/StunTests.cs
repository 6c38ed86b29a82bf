namespace CecSim.Telephony.Tests.WebRtc;

public sealed class StunTests
{
    private const StunAttribute Software = (StunAttribute)0x8022;
    private static readonly byte[] Password = Encoding.ASCII.GetBytes(StunVectors.Password);
    private static readonly byte[] Transaction = StunVectors.Request[8..20];

    [Fact]
    public void The_sample_request_of_the_rfc_is_read_and_its_signature_holds()
    {
        Assert.True(StunMessage.TryRead(StunVectors.Request, out var message));

        Assert.Equal(StunType.BindingRequest, message.Type);
        Assert.Equal("evtj:h6vY", Encoding.ASCII.GetString(message.Username));
        Assert.True(message.HasFingerprint);
        Assert.True(message.IsSignedWith(Password));
        Assert.False(message.IsSignedWith("another"u8));
    }

    [Fact]
    public void The_sample_responses_of_the_rfc_name_the_mapped_address()
    {
        Assert.True(StunMessage.TryRead(StunVectors.ResponseV4, out var v4));
        Assert.Equal(IPEndPoint.Parse("192.0.2.1:32853"), v4.MappedAddress);
        Assert.True(v4.IsSignedWith(Password));

        Assert.True(StunMessage.TryRead(StunVectors.ResponseV6, out var v6));
        Assert.Equal(IPEndPoint.Parse("[2001:db8:1234:5678:11:2233:4455:6677]:32853"), v6.MappedAddress);
        Assert.True(v6.IsSignedWith(Password));
    }

    [Fact]
    public void What_is_written_is_the_sample_request_byte_for_byte()
    {
        Span<byte> buffer = stackalloc byte[200];
        var writer = new StunWriter(buffer, StunType.BindingRequest, Transaction);
        writer.Add(Software, "STUN test client"u8);
        writer.Add(StunAttribute.Priority, [0x6E, 0x00, 0x01, 0xFF]);
        writer.Add(StunAttribute.IceControlled, [0x93, 0x2F, 0xF9, 0xB1, 0x51, 0x26, 0x3B, 0x36]);
        writer.Add(StunAttribute.Username, "evtj:h6vY"u8, padding: 0x20);

        Assert.Equal(StunVectors.Request, writer.Finish(Password).ToArray());
    }

    [Theory]
    [InlineData("192.0.2.1:32853")]
    [InlineData("[2001:db8:1234:5678:11:2233:4455:6677]:32853")]
    public void What_is_written_is_the_sample_response_byte_for_byte(string mapped)
    {
        Span<byte> buffer = stackalloc byte[200];
        var writer = new StunWriter(buffer, StunType.BindingSuccess, Transaction);
        writer.Add(Software, "test vector"u8, padding: 0x20);
        writer.AddXorMappedAddress(IPEndPoint.Parse(mapped));

        var expected = mapped.StartsWith('[') ? StunVectors.ResponseV6 : StunVectors.ResponseV4;
        Assert.Equal(expected, writer.Finish(Password).ToArray());
    }

    [Fact]
    public void A_changed_bit_anywhere_breaks_the_message()
    {
        for (var bit = 0; bit < StunVectors.Request.Length * 8; bit++)
        {
            var packet = StunVectors.Request;
            packet[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.False(StunMessage.TryRead(packet, out var message) && message.HasFingerprint, $"bit {bit}");
        }
    }

    [Fact]
    public void What_follows_the_signature_does_not_count()
    {
        Span<byte> buffer = stackalloc byte[300];
        var signed = new StunWriter(buffer, StunType.BindingRequest, Transaction);
        signed.Add(StunAttribute.Username, "us:them"u8);
        signed.Finish(Password);
        Span<byte> longer = stackalloc byte[300];
        var unsigned = new StunWriter(longer, StunType.BindingRequest, Transaction);
        unsigned.Add(StunAttribute.Username, "us:them"u8);
        unsigned.Add(StunAttribute.MessageIntegrity, buffer.Slice(36, 20));
        unsigned.Add(StunAttribute.UseCandidate, default);

        Assert.True(StunMessage.TryRead(unsigned.Finish(), out var message));

        Assert.True(message.HasIntegrity);
        Assert.False(message.UseCandidate);
    }

    [Fact]
    public void An_attribute_that_must_be_understood_is_reported()
    {
        Span<byte> buffer = stackalloc byte[200];
        var writer = new StunWriter(buffer, StunType.BindingRequest, Transaction);
        writer.Add((StunAttribute)0x7001, "?"u8);

        Assert.True(StunMessage.TryRead(writer.Finish(Password), out var message));
        Assert.Equal([0x7001], message.UnknownAttributes.ToArray());
    }
}
