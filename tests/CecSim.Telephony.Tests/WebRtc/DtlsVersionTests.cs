namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>Which clients are met with DTLS 1.2: RFC 6347 section 4.2.1 and RFC 8446 section 4.2.1.</summary>
public sealed class DtlsVersionTests
{
    [Theory]
    [InlineData(0xFEFF, null, "DTLS 1.0")]
    [InlineData(0x0303, null, "0x0303")]
    [InlineData(0xFEFD, "FEFC", "DTLS 1.3")]
    [InlineData(0xFEFD, "FEFC FEFF 7F7F", "DTLS 1.3, DTLS 1.0, 0x7F7F")]
    public void A_client_of_other_versions_is_told_so(int version, string? supported, string offers)
    {
        using var pair = PairOf(version, supported);

        pair.Connect();

        Assert.Contains($"does not speak DTLS 1.2: it offers {offers}.", pair.Server.Reason, StringComparison.Ordinal);
        Assert.Contains("alert 70", pair.Client.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0xFEFD, "FEFC FEFD")]
    [InlineData(0xFEFD, "FEFD")]
    [InlineData(0xFEFC, null)]
    [InlineData(0xFEFF, "FEFD")]
    public void A_client_that_also_speaks_dtls_1_2_is_met_with_it(int version, string? supported)
    {
        using var pair = PairOf(version, supported);

        pair.Connect();

        Assert.True(pair.Connected, $"{pair.Server.Reason} {pair.Client.Reason}");
    }

    private static DtlsPair PairOf(int version, string? supported) => new(client: (identity, server) =>
        new OddClient(identity, server, DtlsPair.AllProfiles)
        {
            Version = (ushort)version,
            Versions = [.. (supported?.Split(' ') ?? []).Select(v => Convert.ToUInt16(v, 16))],
        });
}
