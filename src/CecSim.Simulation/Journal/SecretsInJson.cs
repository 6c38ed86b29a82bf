using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CecSim.Simulation.Journal;

/// <summary>Masks what stands under a secret name in JSON, and leaves every other byte as it was.</summary>
internal static class SecretsInJson
{
    /// <returns>Null when it is no JSON.</returns>
    public static string? Masked(ReadOnlySpan<byte> json)
    {
        try
        {
            return Copy(json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <returns>All that stands in it as a text; null when it is no JSON.</returns>
    public static IReadOnlyCollection<string>? TextsOf(string json)
    {
        try
        {
            var texts = new HashSet<string>();
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } text)
                {
                    texts.Add(text);
                }
            }

            return texts;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Copy(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        ArrayBufferWriter<byte>? masked = null;
        var copied = 0;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !IsSecretName(ref reader))
            {
                continue;
            }

            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            var mask = reader.TokenType == JsonTokenType.String
                ? Mask.Of(reader.GetString())
                : MaskOfAll(ref reader, json, start);
            masked ??= new ArrayBufferWriter<byte>(json.Length + 64);
            masked.Write(json[copied..start]);
            masked.Write(Encoding.UTF8.GetBytes($"\"{mask}\""));
            copied = (int)reader.BytesConsumed;
        }

        if (masked is null)
        {
            return Encoding.UTF8.GetString(json);
        }

        masked.Write(json[copied..]);
        return Encoding.UTF8.GetString(masked.WrittenSpan);
    }

    private static bool IsSecretName(ref Utf8JsonReader reader) =>
        (reader.ValueIsEscaped || Mask.MayBeSecretName(reader.ValueSpan.Length))
        && Mask.IsSecretName(reader.GetString()!);

    private static string MaskOfAll(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, int start)
    {
        reader.Skip();
        return Mask.Of(Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed]));
    }
}
