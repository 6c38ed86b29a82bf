using System.Text;
using YamlDotNet.Core;

namespace CecSim.Scenarios.Yaml;

/// <summary>From text to tree; what is not YAML becomes a complaint at the place that YamlDotNet names.</summary>
internal static class YamlText
{
    public static readonly string TooLarge = $"larger than {YamlLimits.FileBytesMax} bytes";

    public static Node? Read(string yaml, Reading reading)
    {
        if (!PassesFirstLook(yaml, reading))
        {
            return null;
        }

        var parser = new Parser(new StringReader(yaml));
        try
        {
            return new NodeReader(parser, reading).Read();
        }
        catch (YamlException refused)
        {
            reading.Complain(Place.Of(refused.Start), refused.Message);
        }
        catch (Exception escaped) when (escaped is ArgumentException or InvalidOperationException)
        {
            // The scanner's own slips: "\U99999999" gives the first, a line in {} that is not indented the second.
            var lastGood = parser.Current is { } current ? Place.Of(current.End) : new Place(1, 1);
            reading.Complain(
                lastGood,
                "not YAML from here on: a line in brackets may lack its indentation, or an escape be unknown");
        }

        return null;
    }

    private static bool PassesFirstLook(string yaml, Reading reading)
    {
        if (Encoding.UTF8.GetByteCount(yaml) > YamlLimits.FileBytesMax)
        {
            reading.Complain(default, TooLarge);
            return false;
        }

        var passes = true;
        var line = 0;
        foreach (var text in yaml.AsSpan().EnumerateLines())
        {
            line++;
            if (text.StartsWith('\t') && !text.IsWhiteSpace())
            {
                passes = false;
                reading.Complain(new Place(line, 1), "a tab cannot indent; use spaces");
            }

            // YamlDotNet takes it for the end of the file and would silently drop the rest.
            if (text.IndexOf('\0') is >= 0 and var at)
            {
                passes = false;
                reading.Complain(new Place(line, at + 1), "a character with code 0 has no place in a text file");
            }
        }

        return passes;
    }
}
