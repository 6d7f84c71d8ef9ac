import java.io.BufferedReader;
import java.io.InputStreamReader;
import software.amazon.event.ruler.Machine;

/** Reads an event pattern and an event from each two lines, and says in one whether they match. */
@SuppressWarnings("deprecation")
public class Match {
    public static void main(String[] arguments) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        for (String pattern = lines.readLine(); pattern != null; pattern = lines.readLine()) {
            Machine machine = new Machine();
            machine.addRule("pattern", pattern);
            System.out.println(!machine.rulesForJSONEvent(lines.readLine()).isEmpty());
        }
    }
}
