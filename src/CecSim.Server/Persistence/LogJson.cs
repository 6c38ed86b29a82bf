using System.Text.Json.Serialization;
using CecSim.Simulation.Commands;

namespace CecSim.Server.Persistence;

/// <summary>The first line of a space's log.</summary>
/// <param name="Build">The version of CecSim that wrote it.</param>
internal sealed record LogHead(int Format, string Build, SpaceOrigin Origin)
{
    public const int CurrentFormat = 1;
}

/// <summary>What stands in a space's log. Members that a later build has added are passed over.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(LogHead))]
[JsonSerializable(typeof(RecordedCommand))]
internal sealed partial class LogJson : JsonSerializerContext;
