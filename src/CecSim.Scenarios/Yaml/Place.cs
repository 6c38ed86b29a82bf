using YamlDotNet.Core;

namespace CecSim.Scenarios.Yaml;

/// <summary>Where something begins in a file; both are counted from 1. The default is no place in particular.</summary>
internal readonly record struct Place(int Line, int Column)
{
    public static Place Of(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
