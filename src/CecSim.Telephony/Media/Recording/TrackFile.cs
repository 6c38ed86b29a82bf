namespace CecSim.Telephony.Media.Recording;

/// <summary>One file: one m-line's packets in the form that players know.</summary>
internal abstract class TrackFile(Stream stream, long bytesMax)
{
    private bool _isFinished;

    public string Path { get; set; } = "";

    public long BytesCount { get; private set; }

    /// <returns>False when the packet is in the file in no way.</returns>
    public abstract bool Take(in RecordedPacket packet);

    /// <summary>Writes what waits, and closes the file.</summary>
    public void Finish()
    {
        if (!_isFinished)
        {
            _isFinished = true;
            using (stream)
            {
                Complete();
            }
        }
    }

    protected abstract void Complete();

    /// <summary>Whether so much more may be written: a file ends before its limit, not in a packet.</summary>
    protected bool HasRoomFor(long bytes) => BytesCount + bytes <= bytesMax;

    protected void Write(ReadOnlySpan<byte> bytes)
    {
        BytesCount += bytes.Length;
        stream.Write(bytes);
    }

    /// <summary>Writes over what stands at the beginning of the file.</summary>
    protected void Correct(long at, ReadOnlySpan<byte> bytes)
    {
        stream.Position = at;
        stream.Write(bytes);
        stream.Position = stream.Length;
    }
}
