namespace CecSim.ControlClient;

/// <summary>The media of a call as the gateway has them, also after their end. They run in real time.</summary>
/// <param name="CallId">The call's id.</param>
/// <param name="HeardAudio">The client was not silent: at least one packet of -50 dBov or louder came.</param>
/// <param name="SawVideo">A key frame of the client came.</param>
/// <param name="OneWayAudio">For 2 s or more both sides might speak and only one sent.</param>
/// <param name="FrozenVideo">For 2 s or more no new picture came, after there had been pictures.</param>
/// <param name="Ice">The way that media take.</param>
/// <param name="Dtls">How their keys were agreed.</param>
/// <param name="End">
/// Why they are over: <c>closed</c>, <c>closedByPeer</c>, <c>consentLost</c> or <c>handshakeFailed</c>; null while they
/// are not.
/// </param>
/// <param name="ConnectedAfterMs">From the offer to the end of the handshake; null before it.</param>
/// <param name="RejectedPackets">Packets that were forged, replayed or damaged.</param>
/// <param name="Lines">One for each m-line that was taken.</param>
/// <param name="Recording">What was written down of it; null unless the server records.</param>
public sealed record CallMedia(
    long CallId,
    bool HeardAudio,
    bool SawVideo,
    bool OneWayAudio,
    bool FrozenVideo,
    IcePair Ice,
    DtlsDetails Dtls,
    string? End,
    double? ConnectedAfterMs,
    long RejectedPackets,
    IReadOnlyList<MediaLine> Lines,
    MediaRecording? Recording = null);

/// <summary>The two addresses that media go between.</summary>
/// <param name="State"><c>waiting</c>, <c>connected</c> or <c>consentLost</c>.</param>
/// <param name="Local">The gateway's address and port; null before the first check.</param>
/// <param name="Remote">Where the client's checks come from; null before the first one.</param>
public sealed record IcePair(string State, string? Local, string? Remote);

/// <summary>The DTLS association of a call.</summary>
/// <param name="State"><c>new</c>, <c>handshaking</c>, <c>connected</c>, <c>closed</c> or <c>failed</c>.</param>
/// <param name="Reason">Why it failed or was closed; null while it was not.</param>
/// <param name="Profile">
/// <c>aeadAes128Gcm</c> or <c>aesCm128HmacSha1Tag80</c> (RFC 5764, section 4.1.2); null before it is agreed.
/// </param>
/// <param name="FingerprintMatches">
/// Whether the client's certificate is the one that its SDP named; null while it has shown none.
/// </param>
public sealed record DtlsDetails(string State, string? Reason, string? Profile, bool? FingerprintMatches);

/// <summary>What the server wrote down of a call.</summary>
/// <param name="Files">One for each m-line that packets came on.</param>
/// <param name="Complete">The files are closed.</param>
/// <param name="Written">Packets that are in them.</param>
/// <param name="NotWritten">Packets that came and are in no file: beyond a limit, late, of a broken picture.</param>
/// <param name="Failure">Why nothing more is written, as a full disk; null while nothing hinders it.</param>
public sealed record MediaRecording(
    IReadOnlyList<RecordedFile> Files, bool Complete, long Written, long NotWritten, string? Failure);

/// <summary>A file of a recording.</summary>
/// <param name="Mid">The m-line that it is of.</param>
/// <param name="Path">Where it lies on the server's machine.</param>
/// <param name="Bytes">How long it is.</param>
public sealed record RecordedFile(string Mid, string Path, long Bytes);
