namespace CecSim.Telephony.Media.Clips;

/// <summary>
/// Takes the frames out of an IVF file: a header that tells its own length, then frames behind theirs.
/// </summary>
internal static class IvfVideo
{
    private const int HeaderLengthAt = 6;
    private const int FrameHeaderLength = 12;

    public static byte[][] Frames(ReadOnlySpan<byte> file)
    {
        var frames = new List<byte[]>();
        file = file[BinaryPrimitives.ReadUInt16LittleEndian(file[HeaderLengthAt..])..];
        while (file.Length > FrameHeaderLength)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(file);
            frames.Add(file.Slice(FrameHeaderLength, length).ToArray());
            file = file[(FrameHeaderLength + length)..];
        }

        return [.. frames];
    }
}
