namespace CecSim.Control.Contracts;

/// <summary>
/// The media of one side of a call as the gateway has them, also after their end. They run in real time.
/// </summary>
/// <param name="CallId">The call's id.</param>
/// <param name="HeardAudio">
/// The client was not silent: at least one packet of -50 dBov or louder came. Null when sound came and nothing tells
/// how loud it is: Opus without the levels of RFC 6464.
/// </param>
/// <param name="SawVideo">A whole key frame of the client came, whenever in the call.</param>
/// <param name="OneWayAudio">For 2 s or more in one piece both sides might speak and only one sent.</param>
/// <param name="FrozenVideo">
/// For 2 s or more in one piece no new picture came whole, though the client sent some, or sent nothing at all. A
/// source that stands still itself is none.
/// </param>
/// <param name="Ice">The way that media take.</param>
/// <param name="Dtls">How their keys were agreed.</param>
/// <param name="End">Why they are over; null while they are not.</param>
/// <param name="Why">The end in a sentence, with what helps; null where there is nothing to explain.</param>
/// <param name="ConnectedAfterMs">From the offer to the end of the handshake; null before it.</param>
/// <param name="RejectedPackets">Packets that were forged, replayed or damaged.</param>
/// <param name="UnclaimedPackets">RTP packets of a payload type that no line has.</param>
/// <param name="ForeignPackets">
/// Packets that came to a phone's own ports from elsewhere than from the phone, and were passed over.
/// </param>
/// <param name="Security">What sort of transport they have; only <c>dtls</c> has ICE and a handshake.</param>
/// <param name="Lines">One for each m-line that was ever offered, refused ones too, in their order.</param>
/// <param name="Refused">What was refused of it, the last ten.</param>
/// <param name="Recording">What was written down of it; null unless the server records.</param>
public sealed record CallMedia(
    long CallId,
    bool? HeardAudio,
    bool SawVideo,
    bool OneWayAudio,
    bool FrozenVideo,
    IcePair Ice,
    DtlsDetails Dtls,
    MediaEnd? End,
    string? Why,
    double? ConnectedAfterMs,
    long RejectedPackets,
    long UnclaimedPackets,
    long ForeignPackets,
    MediaSecurity Security,
    IReadOnlyList<MediaLine> Lines,
    IReadOnlyList<RefusedMedia> Refused,
    MediaRecording? Recording);

/// <summary>Something that the client asked for a call's media and was refused.</summary>
/// <param name="At">In space time.</param>
/// <param name="Method"><c>INVITE</c>, <c>UPDATE</c> and so on.</param>
/// <param name="Status">Of SIP: 400 to 699.</param>
/// <param name="Why">In a sentence.</param>
public sealed record RefusedMedia(DateTimeOffset At, string Method, int Status, string Why);

/// <summary>The two addresses that media go between.</summary>
/// <param name="State">Whether they reach each other.</param>
/// <param name="Local">The gateway's address and port; null before the first check.</param>
/// <param name="Remote">Where the client's checks come from; null before the first one.</param>
public sealed record IcePair(IceState State, string? Local, string? Remote);

/// <summary>The DTLS association of a call.</summary>
/// <param name="State">How far the handshake is.</param>
/// <param name="Reason">Why it failed or was closed; null while it was not.</param>
/// <param name="Profile">How media are protected; null before it is agreed.</param>
/// <param name="FingerprintMatches">
/// Whether the client's certificate is the one that its SDP named; null while it has shown none.
/// </param>
public sealed record DtlsDetails(DtlsState State, string? Reason, SrtpProfile? Profile, bool? FingerprintMatches);

/// <summary>What the server wrote down of a call.</summary>
/// <param name="Files">
/// One for each m-line that packets of the customer came on, and one of both sides in stereo once an agent has answered
/// at a phone, with the customer at the left.
/// </param>
/// <param name="Complete">The files are closed.</param>
/// <param name="Written">Packets that are in them.</param>
/// <param name="NotWritten">Packets that came and are in no file: beyond a limit, late, of a broken picture.</param>
/// <param name="Failure">Why nothing more is written, as a full disk; null while nothing hinders it.</param>
public sealed record MediaRecording(
    IReadOnlyList<RecordedFile> Files, bool Complete, long Written, long NotWritten, string? Failure);

/// <summary>A file of a recording.</summary>
/// <param name="Mid">The m-line that it is of; <c>both</c> for that of both sides.</param>
/// <param name="Path">Where it lies on the server's machine.</param>
/// <param name="Bytes">How long it is.</param>
public sealed record RecordedFile(string Mid, string Path, long Bytes);

/// <summary>Why the media of a call are over.</summary>
[JsonConverter(typeof(EnumWordConverter<MediaEnd>))]
public enum MediaEnd
{
    /// <summary>A reason that this client does not know.</summary>
    Unknown,

    /// <summary>The gateway closed them.</summary>
    Closed,

    /// <summary>The client sent close_notify.</summary>
    ClosedByPeer,

    /// <summary>The client sent no checks for too long (RFC 7675, section 5.1).</summary>
    ConsentLost,

    /// <summary>The DTLS handshake failed.</summary>
    HandshakeFailed,

    /// <summary>ICE found no way: no valid check came in time.</summary>
    NeverConnected,

    /// <summary>Checks came, and no handshake was finished in time.</summary>
    NeverSecured,

    /// <summary>A phone without ICE sent nothing for too long, though nobody had put the call on hold.</summary>
    MediaMissing,
}

/// <summary>What sort of transport the media of a call have.</summary>
[JsonConverter(typeof(EnumWordConverter<MediaSecurity>))]
public enum MediaSecurity
{
    /// <summary>A sort that this client does not know.</summary>
    Unknown,

    /// <summary>ICE on the gateway's one port, and keys by DTLS: what browsers have.</summary>
    Dtls,

    /// <summary>RTP/AVP in clear: what phones have.</summary>
    Plain,

    /// <summary>RTP/SAVP, with keys in the descriptions (RFC 4568).</summary>
    Sdes,

    /// <summary>Keys by DTLS on ports of the call's own, without ICE (RFC 5763).</summary>
    DtlsWithoutIce,
}

/// <summary>Whether media find their way (RFC 8445).</summary>
[JsonConverter(typeof(EnumWordConverter<IceState>))]
public enum IceState
{
    /// <summary>A state that this client does not know.</summary>
    Unknown,

    /// <summary>No check of the client was good yet.</summary>
    Waiting,

    /// <summary>They do.</summary>
    Connected,

    /// <summary>They did, and the client no longer wants any.</summary>
    ConsentLost,
}

/// <summary>How far a DTLS association is.</summary>
[JsonConverter(typeof(EnumWordConverter<DtlsState>))]
public enum DtlsState
{
    /// <summary>A state that this client does not know.</summary>
    Unknown,

    /// <summary>Nothing of it has come.</summary>
    New,

    /// <summary>It has begun.</summary>
    Handshaking,

    /// <summary>The keys are agreed.</summary>
    Connected,

    /// <summary>It was closed.</summary>
    Closed,

    /// <summary>It failed.</summary>
    Failed,
}

/// <summary>The profiles of SRTP (RFC 5764, section 4.1.2, and RFC 4568, section 6.2).</summary>
[JsonConverter(typeof(EnumWordConverter<SrtpProfile>))]
public enum SrtpProfile
{
    /// <summary>A profile that this client does not know.</summary>
    Unknown,

    /// <summary>SRTP_AES128_CM_HMAC_SHA1_80.</summary>
    AesCm128HmacSha1Tag80,

    /// <summary>SRTP_AEAD_AES_128_GCM.</summary>
    AeadAes128Gcm,

    /// <summary>AES_CM_128_HMAC_SHA1_32 (RFC 4568, section 6.2): only where the descriptions have the keys.</summary>
    AesCm128HmacSha1Tag32,
}
