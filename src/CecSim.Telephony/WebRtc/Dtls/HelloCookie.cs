namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>
/// Proves that a client gets what is sent to its address: RFC 6347 section 4.2.1. ICE has proved it before.
/// </summary>
internal sealed class HelloCookie(RandomSource random)
{
    private readonly byte[] _secret = random.Bytes(32);

    public byte[] For(ClientHello hello) => HMACSHA256.HashData(_secret, hello.Random);

    public bool IsFor(ClientHello hello) => CryptographicOperations.FixedTimeEquals(For(hello), hello.Cookie);
}
