using System.Text.Json;
using CecSim.Control.Contracts;
using CecSim.Server.Control.Calls;
using CecSim.Telephony.Media;
using CecSim.Telephony.WebRtc.Transport;
using Srtp = CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Server.Tests.Control;

/// <summary>A report has a word of its own for everything that telephony tells apart.</summary>
public sealed class MediaMappingTests
{
    private static readonly MediaReport Report = new(
        "1",
        MediaSource.Echo,
        CecSim.Telephony.WebRtc.Transport.IceState.Waiting,
        CecSim.Telephony.WebRtc.Dtls.DtlsState.New,
        DtlsReason: null,
        Profile: null,
        FingerprintMatches: null,
        Local: null,
        Remote: null,
        End: null,
        Rejected: 0,
        ConnectedAfter: null,
        Lines: []);

    [Fact]
    public void Every_end_is_told_by_its_own_word() =>
        Assert.All(Enum.GetValues<TransportEnd>(), end =>
            Assert.Equal(WordOf(end), EnumWords.Of(Told(Report with { End = end }).End)));

    [Fact]
    public void Every_profile_is_told_by_its_own_word() =>
        Assert.All(Enum.GetValues<Srtp.SrtpProfile>(), profile =>
            Assert.Equal(WordOf(profile), EnumWords.Of(Told(Report with { Profile = profile }).Dtls.Profile)));

    [Fact]
    public void Every_sort_of_transport_is_told_by_its_own_word_and_packets_of_others_are_counted()
    {
        Assert.All(Enum.GetValues<CecSim.Telephony.Media.MediaSecurity>(), security =>
            Assert.Equal(WordOf(security), EnumWords.Of(Told(Report with { Security = security }).Security)));
        Assert.Equal(7, Told(Report with { Foreign = 7 }).ForeignPackets);
    }

    private static CecSim.Control.Contracts.CallMedia Told(MediaReport report) =>
        report.ToContract(1, [], recording: null);

    private static string WordOf<T>(T value) => JsonNamingPolicy.CamelCase.ConvertName($"{value}");
}
