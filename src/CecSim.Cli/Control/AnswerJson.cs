using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CecSim.Cli.Control;

/// <summary>
/// Answers for programs: lists are arrays, the rest has the names of the control API. What is no answer of the control
/// API is described here.
/// </summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(Done))]
[JsonSerializable(typeof(DoneToPoll))]
[JsonSerializable(typeof(DoneToToken))]
[JsonSerializable(typeof(DoneToFault))]
[JsonSerializable(typeof(DoneToMessage))]
[JsonSerializable(typeof(DoneToState))]
[JsonSerializable(typeof(Written))]
[JsonSerializable(typeof(WrittenPcap))]
[JsonSerializable(typeof(WrittenRecording))]
[JsonSerializable(typeof(HealthLine))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    public static AnswerJson Readable { get; } = new(OptionsOf(isIndented: true));

    /// <summary>The answers of the control API.</summary>
    public static ControlContractJson Contract { get; } = new(OptionsOf(isIndented: true));

    private static ControlContractJson Lines { get; } = new(OptionsOf(isIndented: false));

    /// <summary>One of many: a line of its own.</summary>
    public static string LineOf(StreamEvent item)
    {
        var line = JsonSerializer.SerializeToNode(item, Lines.StreamEvent)!.AsObject();
        line.Insert(1, "kind", item.Kind);
        return line.ToJsonString(Lines.Options);
    }

    public static string Of<T>(T answer, JsonTypeInfo<T> shape) => JsonSerializer.Serialize(answer, shape) + "\n";

    private static JsonSerializerOptions OptionsOf(bool isIndented) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = isIndented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}

/// <summary>What is left to say of a space that is no more.</summary>
internal sealed record Done(string Name);

/// <summary>Which poll was released or cut.</summary>
internal sealed record DoneToPoll(string Id);

/// <summary>Which token was ended.</summary>
internal sealed record DoneToToken(string Id);

/// <summary>Which message left its breakpoint.</summary>
internal sealed record DoneToMessage(string Id);

/// <summary>Which fault was disarmed.</summary>
internal sealed record DoneToFault(long Id);

/// <summary>Which provider state was undone.</summary>
internal sealed record DoneToState(string State);

/// <summary>Where a space was written to.</summary>
internal sealed record Written(string Name, string File);

/// <summary>Where what a call sounded like was written to.</summary>
internal sealed record WrittenRecording(long Call, string File, int Bytes);

/// <summary>Where a call's packets were written to.</summary>
internal sealed record WrittenPcap(long Call, string File, int Bytes, long DroppedPackets);

/// <summary>How the server is.</summary>
/// <param name="Ready">Null where that was not asked.</param>
internal sealed record HealthLine(string Server, bool Live, bool? Ready);
