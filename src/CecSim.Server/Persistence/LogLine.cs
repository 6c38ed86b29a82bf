using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json.Serialization.Metadata;

namespace CecSim.Server.Persistence;

/// <summary>
/// A line of a space's log: a JSON object whose first member is the checksum of all that comes after it, so that a line
/// that was written by half, or changed, is known.
/// </summary>
internal static class LogLine
{
    private const int SumBytes = 8;

    private static readonly byte[] Head = "{\"sum\":\""u8.ToArray();

    private static readonly byte[] Joint = "\","u8.ToArray();

    private static int PrefixLength => Head.Length + (2 * SumBytes) + Joint.Length;

    public static void Write<T>(IBufferWriter<byte> target, T value, JsonTypeInfo<T> shape)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, shape);
        target.Write(Head);
        target.Write(SumOf(json.AsSpan(1)));
        target.Write(Joint);
        target.Write(json.AsSpan(1));
        target.Write("\n"u8);
    }

    /// <param name="line">Without its line break.</param>
    /// <returns>Null when it is not as it was written.</returns>
    public static T? Read<T>(ReadOnlySpan<byte> line, JsonTypeInfo<T> shape)
        where T : class
    {
        if (line.Length <= PrefixLength || !line.StartsWith(Head)
            || !line[Head.Length..(Head.Length + (2 * SumBytes))].SequenceEqual(SumOf(line[PrefixLength..])))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(
                (byte[])[.. "{"u8, .. line[PrefixLength..]], shape);
        }
        catch (JsonException)
        {
            // Its checksum is right: it was written by another build.
            return null;
        }
    }

    private static byte[] SumOf(ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash[..SumBytes]));
    }
}
