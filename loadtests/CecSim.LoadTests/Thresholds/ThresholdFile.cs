using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CecSim.LoadTests.Thresholds;

/// <summary>A YAML list of thresholds.</summary>
internal static class ThresholdFile
{
    /// <exception cref="InvalidDataException">It cannot be read; the text says where and why.</exception>
    public static IReadOnlyList<Threshold> Read(string file)
    {
        try
        {
            var thresholds = new DeserializerBuilder()
                .WithNamingConvention(CamelCaseNamingConvention.Instance)
                .WithEnforceRequiredMembers()
                .Build()
                .Deserialize<List<Threshold>?>(File.ReadAllText(file)) ?? [];
            return thresholds.Exists(t => t.Max is null && t.Min is null)
                ? throw new InvalidDataException($"{file}: each threshold has max or min, or both.")
                : thresholds;
        }
        catch (YamlException e)
        {
            throw new InvalidDataException(
                $"{file}:{e.Start.Line}:{e.Start.Column}: {(e.InnerException ?? e).Message} "
                + "A threshold is written as in { profile: tokens, figure: throughput, to: floor, min: 0.7 }.",
                e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"--assert: {file} cannot be read: {e.Message}", e);
        }
    }
}
