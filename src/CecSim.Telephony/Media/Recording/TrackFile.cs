namespace CecSim.Telephony.Media.Recording;

/// <summary>One file: one m-line's packets in the form that players know.</summary>
internal abstract class TrackFile(Stream stream, long bytesMax)
{
    private bool _isFinished;

    public string Path { get; set; } = "";

    public long BytesCount { get; private set; }

    /// <summary>What kept packets out of the file that belong there; null while nothing does.</summary>
    public string? Loss { get; private set; }

    /// <returns>False when the packet is in the file in no way.</returns>
    public abstract bool Take(in RecordedPacket packet);

    /// <summary>Writes what waits, and closes the file.</summary>
    /// <exception cref="IOException">It is not whole on the disk.</exception>
    public void Finish()
    {
        if (_isFinished)
        {
            return;
        }

        _isFinished = true;
        using (stream)
        {
            Complete();
            stream.Flush();

            // A disk may take bytes for which it then finds no room.
            (stream as FileStream)?.Flush(flushToDisk: true);
        }

        if (stream is FileStream && Path.Length > 0 && !File.Exists(Path))
        {
            throw new FileNotFoundException($"{Path} was taken away while it was written.");
        }
    }

    protected abstract void Complete();

    /// <summary>Whether so much more may be written: a file ends before its limit, not in a packet.</summary>
    protected bool HasRoomFor(long bytes)
    {
        var hasRoom = BytesCount + bytes <= bytesMax;
        Loss ??= hasRoom ? null : $"A file has at most {bytesMax} bytes.";
        return hasRoom;
    }

    protected void Write(ReadOnlySpan<byte> bytes)
    {
        BytesCount += bytes.Length;
        stream.Write(bytes);
    }

    /// <summary>Hands over to the system what was written: a process that is killed loses nothing of it.</summary>
    protected void Keep() => stream.Flush();

    /// <summary>Writes over what stands at the beginning of the file.</summary>
    protected void Correct(long at, ReadOnlySpan<byte> bytes)
    {
        stream.Position = at;
        stream.Write(bytes);
        stream.Position = stream.Length;
    }
}
