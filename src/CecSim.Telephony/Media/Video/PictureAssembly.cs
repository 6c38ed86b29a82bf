namespace CecSim.Telephony.Media.Video;

/// <summary>
/// Tells when all packets of a picture are here: they share its time, and the last has the marker (RFC 7741 section
/// 4.1, RFC 6184 section 5.1). Packets are given in their order, and gaps between them are told.
/// </summary>
internal sealed class PictureAssembly(Codec codec)
{
    private uint? _timestamp;
    private bool _isOpen;
    private bool _isWhole;
    private bool _isKey;
    private bool _isBehindGap;

    /// <summary>A picture of which no packet is known to be missing waits for its last.</summary>
    public bool IsOpen => _isOpen && _isWhole;

    public long Pictures { get; private set; }

    public long KeyPictures { get; private set; }

    public void Missed()
    {
        _isWhole = false;
        _isBehindGap = true;
    }

    /// <summary>Whether a picture that needs no other begins with this packet.</summary>
    public bool BeginsKey(ReadOnlySpan<byte> payload) => codec == Codec.Vp8
        ? Vp8Payload.BeginsKeyFrame(payload)
        : H264Payload.BeginsKeyFrame(payload);

    /// <summary>Takes a payload. Returns how many pictures are whole by it: two where one had no marker.</summary>
    public int Take(in RtpHeader header, ReadOnlySpan<byte> payload)
    {
        var whole = 0;
        if (header.Timestamp != _timestamp)
        {
            whole += Complete();
            _timestamp = header.Timestamp;
            _isOpen = true;

            // Only VP8 says that a picture begins; of H.264 what was lost may have been its first packet.
            _isWhole = codec == Codec.Vp8 ? Vp8Payload.Begins(payload) : !_isBehindGap;
            _isKey = false;
        }

        _isBehindGap = false;
        _isKey |= BeginsKey(payload);
        return whole + (header.Marker ? Complete() : 0);
    }

    /// <summary>Ends the picture that is open; 1 when it is whole.</summary>
    public int Complete()
    {
        var whole = _isOpen && _isWhole ? 1 : 0;
        Pictures += whole;
        KeyPictures += _isKey ? whole : 0;
        _isOpen = false;
        return whole;
    }
}
