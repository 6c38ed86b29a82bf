using CecSim.Telephony.Media;
using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.Calling;

/// <summary>A call to place: where, whom as whom, and with which media.</summary>
public sealed record CallPlan
{
    /// <summary>The gateway's WebSocket, <c>ws:</c> or <c>wss:</c>: one of <c>gwAddresses</c>.</summary>
    public required Uri Gateway { get; init; }

    /// <summary>The SIP domain.</summary>
    public required string Domain { get; init; }

    /// <summary>The number to call: the <c>accessCode</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Whom to call as: the <c>clickToCallCaller</c>.</summary>
    public required string Caller { get; init; }

    /// <summary>What sound is offered in, best first. At least one, none of them video.</summary>
    public IReadOnlyList<Codec> AudioCodecs { get; init; } = [Codec.Opus, Codec.Pcmu, Codec.Pcma];

    /// <summary>Empty for a call without pictures. Only VP8 is recorded here.</summary>
    public IReadOnlyList<Codec> VideoCodecs { get; init; } = [];

    /// <summary>What is sent: anything but <see cref="MediaSource.Echo"/>.</summary>
    public MediaSource Plays { get; init; } = MediaSource.Tone;

    /// <summary>In the order in which they are offered.</summary>
    public IReadOnlyList<SrtpProfile> Profiles { get; init; } =
        [SrtpProfile.AeadAes128Gcm, SrtpProfile.AesCm128HmacSha1Tag80];

    /// <summary>How long each part of the call may take.</summary>
    public CallLimits Limits { get; init; } = new();

    /// <summary>Told of each step when it is over, on whichever thread that is; must not block.</summary>
    public Action<CallStep>? Tell { get; init; }
}
