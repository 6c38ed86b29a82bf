namespace CecSim.Control.Contracts;

/// <summary>
/// Writes an enum as its word, and reads it so that a client outlives a newer server: a word that it does not know is
/// <c>Unknown</c> and no error. What is no text at all is one.
/// </summary>
/// <typeparam name="T">An enum whose first member is <c>Unknown</c>.</typeparam>
public class EnumWordConverter<T> : JsonConverter<T>, IEnumWords
    where T : struct, Enum
{
    /// <inheritdoc/>
    public virtual IReadOnlyList<string> Words { get; } = [.. EnumWords.All<T>()];

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? EnumWords.Parse<T>(reader.GetString()!) : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(EnumWords.Of(value));
}

/// <summary>What a converter of words tells of them, for documents.</summary>
public interface IEnumWords
{
    /// <summary>All that a server writes, in the order of their members.</summary>
    IReadOnlyList<string> Words { get; }
}
