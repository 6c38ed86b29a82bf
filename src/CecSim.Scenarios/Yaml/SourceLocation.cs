using YamlDotNet.Core;

namespace CecSim.Scenarios.Yaml;

/// <summary>Where something begins in a file; both are counted from 1. The default is no place in particular.</summary>
internal readonly record struct SourceLocation(int Line, int Column)
{
    public static SourceLocation Of(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
